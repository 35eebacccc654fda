package io.touchstone.answer.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.touchstone.answer.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A point of a scale.
 *
 * @param value of the point; its label is the same number
 */
public record ScalePoint(int value) implements Answer {

  @Override
  public Points kind() {
    return Points.KIND;
  }

  @Override
  public JsonNode json() {
    return IntNode.valueOf(value);
  }

  @Override
  public List<String> labels() {
    return List.of(String.valueOf(value));
  }

  @Override
  public Answer relabelled(UnaryOperator<String> newId) {
    return new ScalePoint(Integer.parseInt(newId.apply(String.valueOf(value))));
  }

  @Override
  public List<Confused> confusedWith(Answer expected) {
    return equals(expected)
        ? List.of()
        : List.of(new Confused(expected.labels().get(0), Optional.of(String.valueOf(value))));
  }
}
