package io.touchstone.agreement.span;

import io.touchstone.agreement.PairablePatterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The units of one label, counted so that what they would disagree by if laid anywhere takes one
 * walk over the counts, without sorting: units by their lengths, gaps by the longest unit that fits
 * in. Only the gap from one item to the next depends on which items follow each other.
 */
final class UnitsOfLabel {

  /** The different lengths, ascending. */
  private final double[] lengths;

  private final Tally units;
  private final Tally gaps;
  private final List<Edges> edges = new ArrayList<>();

  /** What items bring: of which item, to which place, how many, and the sum of their sizes. */
  private record Tally(int[] items, int[] places, double[] counts, double[] sizes) {

    static Tally of(List<Map<Integer, double[]>> perItem) {
      int entries = perItem.stream().mapToInt(Map::size).sum();
      Tally tally =
          new Tally(new int[entries], new int[entries], new double[entries], new double[entries]);
      int at = 0;
      for (int item = 0; item < perItem.size(); item++) {
        for (Map.Entry<Integer, double[]> entry : perItem.get(item).entrySet()) {
          tally.items[at] = item;
          tally.places[at] = entry.getKey();
          tally.counts[at] = entry.getValue()[0];
          tally.sizes[at++] = entry.getValue()[1];
        }
      }
      return tally;
    }
  }

  /** For one annotator, the items with units: what lies before the first and behind the last. */
  private record Edges(int[] items, double[] heads, double[] tails) {}

  /**
   * @param byAnnotator units that do not overlap, by item
   * @param lengthOfItem where each item ends
   */
  UnitsOfLabel(List<SortedMap<Integer, List<Region>>> byAnnotator, double[] lengthOfItem) {
    lengths =
        byAnnotator.stream()
            .flatMap(ofAnnotator -> ofAnnotator.values().stream())
            .flatMap(List::stream)
            .mapToDouble(Region::width)
            .distinct()
            .sorted()
            .toArray();
    List<Map<Integer, double[]>> unitsOfItem = maps(lengthOfItem.length);
    List<Map<Integer, double[]>> gapsOfItem = maps(lengthOfItem.length);
    for (SortedMap<Integer, List<Region>> ofAnnotator : byAnnotator) {
      ofAnnotator.forEach(
          (item, spans) -> count(spans, unitsOfItem.get(item), gapsOfItem.get(item)));
      edges.add(edges(ofAnnotator, lengthOfItem));
    }
    units = Tally.of(unitsOfItem);
    gaps = Tally.of(gapsOfItem);
  }

  private static List<Map<Integer, double[]>> maps(int items) {
    List<Map<Integer, double[]>> maps = new ArrayList<>(items);
    for (int item = 0; item < items; item++) {
      maps.add(new TreeMap<>());
    }
    return maps;
  }

  private void count(
      List<Region> spans, Map<Integer, double[]> ofUnits, Map<Integer, double[]> ofGaps) {
    double end = spans.get(0).x();
    for (Region span : spans) {
      add(ofUnits, fitting(span.width()) - 1, span.width());
      add(ofGaps, fitting(span.x() - end), span.x() - end);
      end = span.right();
    }
  }

  private static void add(Map<Integer, double[]> tally, int place, double size) {
    if (size > 0) {
      double[] sums = tally.computeIfAbsent(place, key -> new double[2]);
      sums[0]++;
      sums[1] += size;
    }
  }

  private static Edges edges(SortedMap<Integer, List<Region>> spans, double[] lengthOfItem) {
    int[] items = spans.keySet().stream().mapToInt(Integer::intValue).toArray();
    double[] heads = new double[items.length];
    double[] tails = new double[items.length];
    for (int at = 0; at < items.length; at++) {
      List<Region> ofItem = spans.get(items[at]);
      heads[at] = ofItem.get(0).x();
      tails[at] = lengthOfItem[items[at]] - ofItem.get(ofItem.size() - 1).right();
    }
    return new Edges(items, heads, tails);
  }

  /** How many of the lengths fit into a gap. */
  private int fitting(double gap) {
    int low = 0;
    int high = lengths.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lengths[middle] <= gap) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Roughly the additions that one walk costs. */
  long steps() {
    long ofEdges = edges.stream().mapToLong(each -> 8L * each.items.length).sum();
    return 2L * units.items.length + 2L * gaps.items.length + ofEdges + 4L * lengths.length;
  }

  /**
   * What the units would disagree by, laid anywhere (Krippendorff 2004).
   *
   * @param times how often each item stands on the continuum
   * @param starts where each item begins on it
   * @param length of the continuum
   */
  double expected(long[] times, double[] starts, double length) {
    double[] number = new double[lengths.length];
    for (int at = 0; at < units.items.length; at++) {
      number[units.places[at]] += times[units.items[at]] * units.counts[at];
    }
    double all = PairablePatterns.sum(number);
    if (all == 0) {
      return 0;
    }
    Room room = new Room(number);
    for (int at = 0; at < gaps.items.length; at++) {
      double often = times[gaps.items[at]];
      room.add(gaps.places[at], often * gaps.counts[at], often * gaps.sizes[at]);
    }
    edges.forEach(each -> between(each, times, starts, length, room));
    double sum = room.sum();
    double own = 0;
    for (int at = 0; at < lengths.length; at++) {
      double l = lengths[at];
      sum += number[at] * (all - 1) / 3 * (2 * l * l * l - 3 * l * l + l);
      own += number[at] * l * (l - 1);
    }
    double places = edges.size() * length;
    return 2 / length * sum / (places * (places - 1) - own);
  }

  /** The gaps from item to item, and those at both ends of the continuum. */
  private void between(Edges ofOne, long[] times, double[] starts, double length, Room room) {
    double end = 0;
    for (int at = 0; at < ofOne.items.length; at++) {
      int item = ofOne.items[at];
      if (times[item] == 0) {
        continue;
      }
      room.add(starts[item] + ofOne.heads[at] - end, 1);
      if (times[item] > 1) {
        room.add(ofOne.tails[at] + ofOne.heads[at], times[item] - 1);
      }
      double next = item + 1 < starts.length ? starts[item + 1] : length;
      end = next - ofOne.tails[at];
    }
    room.add(length - end, 1);
  }

  /** Gaps, and the units that fit into each. */
  private final class Room {

    private final double[] squares = new double[lengths.length + 1];
    private final double[] cubes = new double[lengths.length + 1];
    private double sum;

    /**
     * @param number of units of each length
     */
    private Room(double[] number) {
      for (int at = 0; at < number.length; at++) {
        double square = number[at] * lengths[at] * lengths[at];
        squares[at + 1] = squares[at] + square;
        cubes[at + 1] = cubes[at] + square * (lengths[at] - 1);
      }
    }

    private void add(double gap, double often) {
      if (gap > 0) {
        add(fitting(gap), often, often * gap);
      }
    }

    /** Squares of the lengths that fit, times the places where each fits. */
    private void add(int fitting, double often, double sizes) {
      sum += sizes * squares[fitting] - often * cubes[fitting];
    }

    private double sum() {
      return sum;
    }
  }
}
