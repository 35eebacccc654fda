package io.touchstone.tasking;

import io.touchstone.platform.crypto.Hmac;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives each item the annotators it still lacks, always to those with the least to do so far, so
 * that loads differ by at most one where everybody may label everything. Ties are broken by a keyed
 * draw: nobody can foresee with whom an item is shared, and the same key gives the same plan.
 */
public final class EvenPlan {

  private final Hmac draw;
  private final TreeSet<Load> byLoad =
      new TreeSet<>(
          Comparator.comparingInt(Load::items)
              .thenComparingDouble(Load::draw)
              .thenComparing(Load::annotator));
  private final Map<String, List<String>> itemsOf = new LinkedHashMap<>();
  private int shortItems;

  private record Load(String annotator, int items, double draw) {}

  /**
   * What an item needs.
   *
   * @param lacking how many more annotators, at least 1
   * @param excluded who must not get it: they have it already
   */
  public record Need(String itemId, int lacking, Set<String> excluded) {}

  private EvenPlan(Hmac draw, Map<String, Integer> loads) {
    this.draw = draw;
    loads.forEach(
        (annotator, items) -> byLoad.add(new Load(annotator, items, draw.draw("load", annotator))));
    loads.keySet().stream()
        .sorted()
        .forEach(annotator -> itemsOf.put(annotator, new ArrayList<>()));
  }

  /**
   * @param needs in the order in which they are served
   * @param loads items that each eligible annotator has in this batch already
   */
  public static EvenPlan of(Hmac draw, List<Need> needs, Map<String, Integer> loads) {
    EvenPlan plan = new EvenPlan(draw, loads);
    needs.forEach(plan::serve);
    return plan;
  }

  private void serve(Need need) {
    List<Load> passedOver = new ArrayList<>();
    List<Load> taken = new ArrayList<>();
    while (taken.size() < need.lacking() && !byLoad.isEmpty()) {
      Load least = byLoad.pollFirst();
      (need.excluded().contains(least.annotator()) ? passedOver : taken).add(least);
    }
    byLoad.addAll(passedOver);
    for (Load load : taken) {
      itemsOf.get(load.annotator()).add(need.itemId());
      byLoad.add(
          new Load(
              load.annotator(),
              load.items() + 1,
              draw.draw("tie", need.itemId(), load.annotator())));
    }
    if (taken.size() < need.lacking()) {
      shortItems++;
    }
  }

  /** New items per annotator; those who get none have an empty list. */
  public Map<String, List<String>> itemsOf() {
    return itemsOf;
  }

  /** Items that still lack an annotator: there are too few eligible people. */
  public int shortItems() {
    return shortItems;
  }

  /** Largest load over mean load, 1 when perfectly even; 1 when there is no load at all. */
  public double imbalance() {
    double mean = byLoad.stream().mapToInt(Load::items).average().orElse(0);
    int largest = byLoad.stream().mapToInt(Load::items).max().orElse(0);
    return mean == 0 ? 1 : largest / mean;
  }

  /** Largest load less smallest load, in items. */
  public int spread() {
    int largest = byLoad.stream().mapToInt(Load::items).max().orElse(0);
    return largest - byLoad.stream().mapToInt(Load::items).min().orElse(0);
  }

  /** Loads of nobody, for a first plan. */
  public static Map<String, Integer> noLoads(Iterable<String> annotators) {
    Map<String, Integer> loads = new HashMap<>();
    annotators.forEach(annotator -> loads.put(annotator, 0));
    return loads;
  }
}
