package io.touchstone.answer.scale;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.AnswerFault;
import io.touchstone.answer.AnswerKind;
import io.touchstone.answer.AnswerReading;

/** Each item gets a point of a scale. */
public final class Points implements AnswerKind {

  public static final Points KIND = new Points();

  private Points() {}

  @Override
  public String id() {
    return "scale";
  }

  @Override
  public String member() {
    return "scale";
  }

  @Override
  public int fewestLabels() {
    return ScaleRules.FEWEST;
  }

  @Override
  public boolean votesShown() {
    return true;
  }

  @Override
  public boolean infersTruth() {
    return false;
  }

  @Override
  public String problem() {
    return "invalid-point";
  }

  @Override
  public String doing() {
    return "an item has one point of a scale";
  }

  @Override
  public AnswerReading read(JsonNode sent) {
    return sent.isIntegralNumber() && sent.canConvertToInt()
        ? new AnswerReading.Read(new ScalePoint(sent.intValue()))
        : new AnswerReading.Refused(
            new AnswerFault("scale", "not-a-point", "A point of a scale is a whole number."));
  }
}
