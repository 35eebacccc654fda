package io.touchstone.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The mean over pairs of annotators of the F1 of each pair on the items that both judged, in which
 * every pair weighs the same however much it judged together; pairs that marked nothing have no
 * part in it. Of two annotators it is their F1. Intervals resample items.
 */
public final class MeanOfPairs {

  /**
   * What two annotators marked on an item.
   *
   * @param first whose id sorts first
   * @param top twice the common marks
   * @param bottom marks of both
   */
  public record Part(String first, String second, double top, double bottom) {

    private List<String> pair() {
      return List.of(first, second);
    }
  }

  private static final Comparator<Part> BY_PAIR =
      Comparator.comparing(Part::first)
          .thenComparing(Part::second)
          .thenComparingDouble(Part::top)
          .thenComparingDouble(Part::bottom);

  private final String name;
  private final Map<List<Part>, long[]> items = new HashMap<>();

  /**
   * @param f1 name of the F1 that is meant
   */
  public MeanOfPairs(String f1) {
    name = f1 + "MeanOfPairs";
  }

  /** Adds what all pairs of annotators marked on one item, ordered by the ids of the annotators. */
  public void add(List<Part> ofItem) {
    if (!ofItem.isEmpty()) {
      items.computeIfAbsent(List.copyOf(ofItem), key -> new long[1])[0]++;
    }
  }

  /** The mean, or the reason NO_SPANS where nobody marked anything. */
  public Coefficient of(Basis basis, Bootstrap bootstrap) {
    return basis
        .unpairable(name)
        .orElseGet(
            () -> {
              Flat flat = new Flat(items);
              double value = flat.mean(flat.times);
              return Double.isNaN(value)
                  ? basis.undefined(name, Coefficient.Reason.NO_SPANS)
                  : new ItemBootstrap(bootstrap, flat.times, flat.steps())
                      .around(name, basis, flat::mean, value, 0);
            });
  }

  /** The same laid out flat, in an order that does not depend on that in which the items came. */
  private static final class Flat {

    private final long[] times;
    private final int[] starts;
    private final int[] pairs;
    private final double[] tops;
    private final double[] bottoms;
    private final int countOfPairs;

    private Flat(Map<List<Part>, long[]> items) {
      List<List<Part>> ordered = new ArrayList<>(items.keySet());
      ordered.sort(Flat::compare);
      List<Part> parts = ordered.stream().flatMap(List::stream).toList();
      Map<List<String>, Integer> numbers = numbers(parts);
      countOfPairs = numbers.size();
      times = ordered.stream().mapToLong(each -> items.get(each)[0]).toArray();
      starts = new int[ordered.size() + 1];
      for (int item = 0; item < ordered.size(); item++) {
        starts[item + 1] = starts[item] + ordered.get(item).size();
      }
      pairs = parts.stream().mapToInt(part -> numbers.get(part.pair())).toArray();
      tops = parts.stream().mapToDouble(Part::top).toArray();
      bottoms = parts.stream().mapToDouble(Part::bottom).toArray();
    }

    private static Map<List<String>, Integer> numbers(List<Part> parts) {
      Map<List<String>, Integer> numbers = new HashMap<>();
      TreeSet<Part> ordered = new TreeSet<>(BY_PAIR);
      ordered.addAll(parts);
      ordered.forEach(part -> numbers.putIfAbsent(part.pair(), numbers.size()));
      return numbers;
    }

    private static int compare(List<Part> one, List<Part> other) {
      for (int at = 0; at < Math.min(one.size(), other.size()); at++) {
        int order = BY_PAIR.compare(one.get(at), other.get(at));
        if (order != 0) {
          return order;
        }
      }
      return Integer.compare(one.size(), other.size());
    }

    private long steps() {
      return 4L * pairs.length + 2L * countOfPairs;
    }

    private double mean(long[] draws) {
      double[] above = new double[countOfPairs];
      double[] below = new double[countOfPairs];
      for (int item = 0; item < draws.length; item++) {
        for (int at = starts[item]; draws[item] > 0 && at < starts[item + 1]; at++) {
          above[pairs[at]] += draws[item] * tops[at];
          below[pairs[at]] += draws[item] * bottoms[at];
        }
      }
      return IntStream.range(0, countOfPairs)
          .filter(pair -> below[pair] > 0)
          .mapToDouble(pair -> above[pair] / below[pair])
          .average()
          .orElse(Double.NaN);
    }
  }
}
