package io.touchstone.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Into which parts a project's datasets are divided, such as for training and testing.
 *
 * @param percent wished share of the records by the part's name, in the order of the description,
 *     each above 0, together 100; empty for one part that holds all
 */
public record Splits(Map<String, Double> percent) {

  /** Name of the one part of a dataset that is not divided. */
  public static final String ALL = "all";

  /** One part, which is what a project has that says nothing. */
  public static final Splits NONE = new Splits(Map.of());

  public Splits {
    percent = new LinkedHashMap<>(percent);
  }

  /** A part as it is stored: the database does not keep the order of an object's keys. */
  private record Part(String name, double percent) {}

  /** From its stored form. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Splits of(List<Part> stored) {
    Map<String, Double> percent = new LinkedHashMap<>();
    stored.forEach(part -> percent.put(part.name(), part.percent()));
    return new Splits(percent);
  }

  /** The stored form. */
  @JsonValue
  List<Part> stored() {
    return percent.entrySet().stream()
        .map(part -> new Part(part.getKey(), part.getValue()))
        .toList();
  }

  /** Whether all records stay together. */
  public boolean isSingle() {
    return percent.isEmpty();
  }

  /** Their names, in the order of the description. */
  public List<String> names() {
    return List.copyOf(percent.keySet());
  }

  @Override
  public Map<String, Double> percent() {
    return new LinkedHashMap<>(percent);
  }
}
