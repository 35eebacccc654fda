package io.touchstone.quality.gold;

import io.touchstone.answer.spans.Span;
import io.touchstone.project.Labelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A class for which somebody took another, and how often.
 *
 * @param expected id of the label that the guideline asks for
 * @param given id of the label that was given instead; empty where a span was left out or has other
 *     ends
 */
public record Confusion(String expected, Optional<String> given, long times) {

  /** An answer beside the one that the guideline asks for. */
  record Pair(Labelling given, Labelling expected) {}

  private record Kind(String expected, Optional<String> given) {}

  /** All that these answers show, the most frequent first, then in the order of their ids. */
  static List<Confusion> in(List<Pair> pairs) {
    Map<Kind, Long> times = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      kinds(pair).forEach(kind -> times.merge(kind, 1L, Long::sum));
    }
    return times.entrySet().stream()
        .map(
            each -> new Confusion(each.getKey().expected(), each.getKey().given(), each.getValue()))
        .sorted(
            Comparator.comparingLong(Confusion::times)
                .reversed()
                .thenComparing(Confusion::expected)
                .thenComparing(each -> each.given().orElse("")))
        .toList();
  }

  private static List<Kind> kinds(Pair pair) {
    if (pair.given() instanceof Labelling.ClassLabel given
        && pair.expected() instanceof Labelling.ClassLabel expected) {
      return given.equals(expected)
          ? List.of()
          : List.of(new Kind(expected.id(), Optional.of(given.id())));
    }
    if (pair.given() instanceof Labelling.SpanSet given
        && pair.expected() instanceof Labelling.SpanSet expected) {
      return ofSpans(given.spans(), expected.spans());
    }
    return List.of();
  }

  /** What was marked where nothing is expected has no class to be explained, and is left out. */
  private static List<Kind> ofSpans(List<Span> given, List<Span> expected) {
    Map<Integer, Map<Integer, String>> places = new TreeMap<>();
    given.forEach(
        span ->
            places
                .computeIfAbsent(span.start(), start -> new TreeMap<>())
                .put(span.end(), span.label()));
    List<Kind> kinds = new ArrayList<>();
    for (Span span : expected) {
      Optional<String> there =
          Optional.ofNullable(places.getOrDefault(span.start(), Map.of()).get(span.end()));
      if (there.filter(span.label()::equals).isEmpty()) {
        kinds.add(new Kind(span.label(), there));
      }
    }
    return kinds;
  }
}
