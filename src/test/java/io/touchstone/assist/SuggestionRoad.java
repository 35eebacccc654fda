package io.touchstone.assist;

import static java.util.stream.Collectors.joining;

import io.touchstone.road.Road;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Rows with suggestions, as a test speaks of them. */
final class SuggestionRoad {

  private SuggestionRoad() {}

  /** "red thing 1", "blue thing 2" and so on, each with what a model says of it. */
  static Road receive(Road road, int count, IntFunction<String> suggestions) {
    return road.receiveLines(
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> row(i, suggestions.apply(i)))
            .collect(joining("\n", "", "\n")));
  }

  private static String row(int i, String suggestions) {
    return "{\"id\": \"r"
        + i
        + "\", \"text\": \""
        + colour(i)
        + " thing "
        + i
        + "\", \"suggestions\": "
        + suggestions
        + "}";
  }

  /** What is right for the i-th thing. */
  static String colour(int i) {
    return i % 2 == 0 ? "blue" : "red";
  }

  /** One suggestion, as a list. */
  static String suggests(String label) {
    return "[{\"label\": \""
        + label
        + "\", \"score\": 0.9, \"model\": \"tarn-router\", \"version\": \"2026-02\"}]";
  }
}
