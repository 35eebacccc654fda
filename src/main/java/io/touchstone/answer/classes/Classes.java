package io.touchstone.answer.classes;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.AnswerFault;
import io.touchstone.answer.AnswerKind;
import io.touchstone.answer.AnswerReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Each item gets as many classes as apply. */
public final class Classes implements AnswerKind {

  public static final Classes KIND = new Classes();

  private Classes() {}

  @Override
  public String id() {
    return "classes";
  }

  @Override
  public String member() {
    return "classes";
  }

  @Override
  public int fewestLabels() {
    return 2;
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("0", "says that no class applies");
  }

  @Override
  public boolean votesShown() {
    return false;
  }

  @Override
  public boolean infersTruth() {
    return false;
  }

  @Override
  public String problem() {
    return "invalid-classes";
  }

  @Override
  public String doing() {
    return "an item has one or more labels";
  }

  @Override
  public AnswerReading read(JsonNode sent) {
    if (!sent.isArray()) {
      return refused("classes", "not-a-list", "Classes come as a list of label ids.");
    }
    List<String> ids = new ArrayList<>();
    for (int index = 0; index < sent.size(); index++) {
      String place = "classes[" + index + "]";
      if (!sent.get(index).isTextual()) {
        return refused(place, "label-missing", "A class is the id of its label, a text.");
      }
      String id = sent.get(index).textValue();
      if (ids.contains(id)) {
        return refused(place, "duplicate", "This label stands in the list already.");
      }
      ids.add(id);
    }
    return new AnswerReading.Read(new ClassSet(ids));
  }

  private static AnswerReading refused(String place, String reason, String sentence) {
    return new AnswerReading.Refused(new AnswerFault(place, reason, sentence));
  }
}
