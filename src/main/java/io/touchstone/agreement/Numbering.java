package io.touchstone.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for names, from 0 on, in the order in which the names come. */
public final class Numbering {

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  public static Numbering of(List<String> names) {
    Numbering numbering = new Numbering();
    names.forEach(numbering::of);
    return numbering;
  }

  /** The number of this name, a new one if it comes for the first time. */
  public int of(String name) {
    Integer known = numbers.putIfAbsent(name, names.size());
    if (known != null) {
      return known;
    }
    names.add(name);
    return names.size() - 1;
  }

  boolean knows(String name) {
    return numbers.containsKey(name);
  }

  public List<String> names() {
    return names;
  }

  public int size() {
    return names.size();
  }

  /** For each number, the place of its name among these. */
  int[] placesAmong(List<String> ordered) {
    Numbering places = of(ordered);
    return names.stream().mapToInt(places.numbers::get).toArray();
  }
}
