package io.touchstone.answer.abstention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.touchstone.answer.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** No answer, and why. It counts as different from every answer, another abstention included. */
public record Abstained(Why why) implements Answer {

  @Override
  public Abstention kind() {
    return Abstention.KIND;
  }

  @Override
  public JsonNode json() {
    return TextNode.valueOf(why.id());
  }

  @Override
  public boolean abstains() {
    return true;
  }

  @Override
  public List<String> labels() {
    return List.of();
  }

  @Override
  public Answer relabelled(UnaryOperator<String> newId) {
    return this;
  }

  /** Everything that was expected is left out. */
  @Override
  public List<Confused> confusedWith(Answer expected) {
    return expected.labels().stream().map(label -> new Confused(label, Optional.empty())).toList();
  }
}
