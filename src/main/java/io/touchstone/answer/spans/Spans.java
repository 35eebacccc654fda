package io.touchstone.answer.spans;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.AnswerKind;
import io.touchstone.answer.AnswerReading;
import java.util.Map;

/** Stretches of each item's text are marked. */
public final class Spans implements AnswerKind {

  public static final Spans KIND = new Spans();

  private Spans() {}

  @Override
  public String id() {
    return "spans";
  }

  @Override
  public String member() {
    return "spans";
  }

  @Override
  public int fewestLabels() {
    return 1;
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("0", "says that nothing is to be marked");
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
    return "invalid-spans";
  }

  @Override
  public String doing() {
    return "spans are marked";
  }

  @Override
  public AnswerReading read(JsonNode sent) {
    return asAnswer(SpanReader.read(sent));
  }

  @Override
  public AnswerReading readOn(String text, JsonNode sent) {
    return asAnswer(SpanReader.readOn(text, sent));
  }

  private static AnswerReading asAnswer(SpanReading reading) {
    return reading instanceof SpanReading.Malformed malformed
        ? new AnswerReading.Refused(malformed.fault())
        : new AnswerReading.Read(new SpanSet(((SpanReading.Read) reading).spans()));
  }
}
