package io.touchstone.quality.gold;

import io.touchstone.answer.Answer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A class for which somebody took another, and how often.
 *
 * @param expected id of the label that the guideline asks for
 * @param given id of the label that was given instead; empty where a span was left out or has other
 *     ends
 */
public record Confusion(String expected, Optional<String> given, long times) {

  /** An answer beside the one that the guideline asks for. */
  record Pair(Answer given, Answer expected) {}

  /** All that these answers show, the most frequent first, then in the order of their ids. */
  static List<Confusion> in(List<Pair> pairs) {
    Map<Answer.Confused, Long> times = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      confused(pair).forEach(each -> times.merge(each, 1L, Long::sum));
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

  private static List<Answer.Confused> confused(Pair pair) {
    return pair.given().kind() == pair.expected().kind()
        ? pair.given().confusedWith(pair.expected())
        : List.of();
  }
}
