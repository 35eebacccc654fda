package io.touchstone.answer.spans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.touchstone.answer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Marked stretches of the text; none of them means that there is nothing to mark.
 *
 * @param spans in their one order, whatever order they come in
 */
public record SpanSet(List<Span> spans) implements Answer {

  public SpanSet {
    spans = spans.stream().sorted(Span.ORDER).toList();
  }

  @Override
  public Spans kind() {
    return Spans.KIND;
  }

  @Override
  public JsonNode json() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode(spans.size());
    for (Span span : spans) {
      list.addObject()
          .put("start", span.start())
          .put("end", span.end())
          .put("label", span.label())
          .put("text", span.text());
    }
    return list;
  }

  @Override
  public JsonNode stored() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode(spans.size());
    for (Span span : spans) {
      list.addObject().put("start", span.start()).put("end", span.end()).put("label", span.label());
    }
    return list;
  }

  @Override
  public List<String> labels() {
    return spans.stream().map(Span::label).toList();
  }

  @Override
  public Answer relabelled(UnaryOperator<String> newId) {
    return new SpanSet(
        spans.stream()
            .map(span -> new Span(span.start(), span.end(), newId.apply(span.label()), span.text()))
            .toList());
  }

  @Override
  public List<String> quoted() {
    return spans.stream().map(Span::text).toList();
  }

  @Override
  public Carried carried(Passage passage) {
    List<Span> kept = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    for (Span span : spans) {
      Optional<Stretch> there = passage.carried(new Stretch(span.start(), span.end(), span.text()));
      there.ifPresentOrElse(
          found -> kept.add(new Span(found.start(), found.end(), span.label(), found.text())),
          () -> lost.add("the span from " + span.start() + " to " + span.end()));
    }
    return new Carried(new SpanSet(kept), lost);
  }

  /** What was marked where nothing is expected has no class to be explained, and is left out. */
  @Override
  public List<Confused> confusedWith(Answer expected) {
    Map<Integer, Map<Integer, String>> places = new TreeMap<>();
    spans.forEach(
        span ->
            places
                .computeIfAbsent(span.start(), start -> new TreeMap<>())
                .put(span.end(), span.label()));
    List<Confused> confused = new ArrayList<>();
    for (Span span : ((SpanSet) expected).spans()) {
      Optional<String> there =
          Optional.ofNullable(places.getOrDefault(span.start(), Map.of()).get(span.end()));
      if (there.filter(span.label()::equals).isEmpty()) {
        confused.add(new Confused(span.label(), there));
      }
    }
    return confused;
  }
}
