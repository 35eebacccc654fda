package io.touchstone.answer.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchstone.answer.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The answers to several questions about one item.
 *
 * @param byQuestion by question id, those that were answered, one at least
 */
public record SheetAnswer(SortedMap<String, Answer> byQuestion) implements Answer {

  public SheetAnswer {
    byQuestion = Collections.unmodifiableSortedMap(new TreeMap<>(byQuestion));
  }

  public static SheetAnswer of(Map<String, Answer> byQuestion) {
    return new SheetAnswer(new TreeMap<>(byQuestion));
  }

  @Override
  public Sheet kind() {
    return Sheet.KIND;
  }

  @Override
  public JsonNode json() {
    return each(Answer::json);
  }

  @Override
  public JsonNode stored() {
    return each(Answer::stored);
  }

  private ObjectNode each(Function<Answer, JsonNode> form) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    byQuestion.forEach(
        (id, answer) -> all.putObject(id).set(answer.kind().member(), form.apply(answer)));
    return all;
  }

  /** The answer to one question; nothing where it was not answered. */
  public Optional<Answer> to(String question) {
    return Optional.ofNullable(byQuestion.get(question));
  }

  @Override
  public boolean abstains() {
    return byQuestion.values().stream().anyMatch(Answer::abstains);
  }

  @Override
  public List<String> labels() {
    return byQuestion.values().stream().flatMap(answer -> answer.labels().stream()).toList();
  }

  @Override
  public Answer relabelled(UnaryOperator<String> newId) {
    return replaced(answer -> answer.relabelled(newId));
  }

  private SheetAnswer replaced(UnaryOperator<Answer> other) {
    SortedMap<String, Answer> all = new TreeMap<>();
    byQuestion.forEach((id, answer) -> all.put(id, other.apply(answer)));
    return new SheetAnswer(all);
  }

  @Override
  public List<String> quoted() {
    return byQuestion.values().stream().flatMap(answer -> answer.quoted().stream()).toList();
  }

  @Override
  public Carried carried(Passage passage) {
    List<String> lost = new ArrayList<>();
    SheetAnswer left =
        replaced(
            answer -> {
              Carried part = answer.carried(passage);
              lost.addAll(part.lost());
              return part.answer();
            });
    return new Carried(left, lost);
  }

  /** Question by question; one that only one of both answered follows from an earlier one. */
  @Override
  public List<Confused> confusedWith(Answer expected) {
    SortedMap<String, Answer> right = ((SheetAnswer) expected).byQuestion();
    return byQuestion.entrySet().stream()
        .filter(each -> right.containsKey(each.getKey()))
        .flatMap(each -> each.getValue().confusedWith(right.get(each.getKey())).stream())
        .toList();
  }
}
