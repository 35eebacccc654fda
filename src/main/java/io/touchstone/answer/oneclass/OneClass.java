package io.touchstone.answer.oneclass;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.AnswerFault;
import io.touchstone.answer.AnswerKind;
import io.touchstone.answer.AnswerReading;

/** Each item gets exactly one class. */
public final class OneClass implements AnswerKind {

  public static final OneClass KIND = new OneClass();

  private OneClass() {}

  @Override
  public String id() {
    return "classification";
  }

  @Override
  public String member() {
    return "label";
  }

  @Override
  public int fewestLabels() {
    return 2;
  }

  @Override
  public boolean votesShown() {
    return true;
  }

  @Override
  public boolean infersTruth() {
    return true;
  }

  @Override
  public String problem() {
    return "unknown-label";
  }

  @Override
  public String doing() {
    return "an item has one label";
  }

  @Override
  public AnswerReading read(JsonNode sent) {
    return sent.isTextual()
        ? new AnswerReading.Read(new ClassLabel(sent.textValue()))
        : new AnswerReading.Refused(
            new AnswerFault("label", "label-missing", "A class is the id of its label, a text."));
  }
}
