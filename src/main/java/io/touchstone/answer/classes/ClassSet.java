package io.touchstone.answer.classes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.touchstone.answer.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The classes that an item is of; none of them means that no class applies.
 *
 * @param ids label ids, each once, in the order of their code points whatever order they come in
 */
public record ClassSet(List<String> ids) implements Answer {

  public ClassSet {
    ids = ids.stream().distinct().sorted().toList();
  }

  @Override
  public Classes kind() {
    return Classes.KIND;
  }

  @Override
  public JsonNode json() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode(ids.size());
    ids.forEach(list::add);
    return list;
  }

  @Override
  public List<String> labels() {
    return ids;
  }

  @Override
  public Answer relabelled(UnaryOperator<String> newId) {
    return new ClassSet(ids.stream().map(newId).toList());
  }

  /**
   * A class that was left out is explained by the one that was given too much, if that is one
   * alone.
   */
  @Override
  public List<Confused> confusedWith(Answer expected) {
    List<String> right = ((ClassSet) expected).ids();
    List<String> tooMuch = ids.stream().filter(id -> !right.contains(id)).toList();
    Optional<String> instead = tooMuch.size() == 1 ? Optional.of(tooMuch.get(0)) : Optional.empty();
    return right.stream()
        .filter(id -> !ids.contains(id))
        .map(id -> new Confused(id, instead))
        .toList();
  }
}
