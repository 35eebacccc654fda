package io.touchstone.answer.oneclass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.touchstone.answer.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One class out of the label schema.
 *
 * @param id label id
 */
public record ClassLabel(String id) implements Answer {

  @Override
  public OneClass kind() {
    return OneClass.KIND;
  }

  @Override
  public JsonNode json() {
    return TextNode.valueOf(id);
  }

  @Override
  public List<String> labels() {
    return List.of(id);
  }

  @Override
  public Answer relabelled(UnaryOperator<String> newId) {
    return new ClassLabel(newId.apply(id));
  }

  @Override
  public List<Confused> confusedWith(Answer expected) {
    String right = ((ClassLabel) expected).id();
    return right.equals(id) ? List.of() : List.of(new Confused(right, Optional.of(id)));
  }
}
