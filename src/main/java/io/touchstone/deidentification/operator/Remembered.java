package io.touchstone.deidentification.operator;

import java.util.Map;
import java.util.TreeMap;

/**
 * What further replacements in an item need to come out as the first ones did. Keyed hashes: it
 * tells nobody what or whom an item is about, only which items are about the same person.
 *
 * @param item of the item's raw text
 * @param owner of whom it is about; as the item where that is not known
 * @param numbers those given so far, by kind and keyed hash of the value
 */
public record Remembered(String item, String owner, Map<String, Map<String, Integer>> numbers) {

  /** For rules that need nothing of it. */
  public static final Remembered NOTHING = new Remembered("", "", Map.of());

  public Remembered {
    Map<String, Map<String, Integer>> copy = new TreeMap<>();
    numbers.forEach((kind, values) -> copy.put(kind, new TreeMap<>(values)));
    numbers = copy;
  }
}
