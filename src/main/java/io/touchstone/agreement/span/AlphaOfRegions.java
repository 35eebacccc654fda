package io.touchstone.agreement.span;

import io.touchstone.agreement.Basis;
import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.Coefficient.Reason;
import io.touchstone.agreement.ItemBootstrap;
import io.touchstone.agreement.Numbering;
import io.touchstone.agreement.PairablePatterns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Krippendorff's nominal alpha of regions (Tschirschwitz et al. 2022, "A Dataset for Analysing
 * Complex Document Layouts in the Digital Humanities and its Evaluation with Krippendorff's
 * Alpha"). On each item the annotators come in the order of their ids; the regions of each are
 * matched with what stands so far, first with those of the first annotator, then what is left with
 * those of the next, by the Hungarian method, and a match counts from above {@value #THRESHOLD}
 * intersection over union on. What matches is one unit, whatever the labels; whoever did not mark
 * it says "nothing here", a label of its own. The interval resamples items.
 */
final class AlphaOfRegions {

  private static final double THRESHOLD = 0.5;
  private static final int NOTHING = 0;

  /** What one item brings: judgements per label, and those that disagree with others. */
  private record Item(int[] labels, double[] counts, double observed) {}

  private final List<Item> items = new ArrayList<>();
  private final int labels;

  private AlphaOfRegions(MarkedJudgements data) {
    Numbering numbers = Numbering.of(data.labels());
    labels = numbers.size() + 1;
    for (SortedMap<String, List<Region>> ofItem : data.pairable()) {
      List<Region[]> units = units(List.copyOf(ofItem.values()));
      items.add(item(units, ofItem.size(), numbers));
    }
  }

  static Coefficient of(String name, MarkedJudgements data, Bootstrap bootstrap) {
    Basis basis = data.basis();
    return basis
        .unpairable(name)
        .orElseGet(() -> new AlphaOfRegions(data).value(name, basis, bootstrap));
  }

  private Coefficient value(String name, Basis basis, Bootstrap bootstrap) {
    if (items.stream().allMatch(item -> item.labels.length == 0)) {
      return basis.undefined(name, Reason.NO_SPANS);
    }
    long[] once = new long[items.size()];
    Arrays.fill(once, 1);
    double value = alpha(once);
    long steps = labels + items.stream().mapToLong(item -> item.labels.length).sum();
    return Double.isNaN(value)
        ? basis.undefined(name, Reason.NO_VARIATION)
        : new ItemBootstrap(bootstrap, once, steps).around(name, basis, this::alpha, value, -1);
  }

  /** Per unit, what each annotator marked there, or null. */
  static List<Region[]> units(List<List<Region>> judgements) {
    List<Region[]> units = new ArrayList<>();
    for (int next = 0; next < judgements.size(); next++) {
      List<Region> left = new ArrayList<>(judgements.get(next));
      for (int before = 0; before < next && !left.isEmpty(); before++) {
        match(units, before, next, left);
      }
      for (Region alone : left) {
        Region[] unit = new Region[judgements.size()];
        unit[next] = alone;
        units.add(unit);
      }
    }
    return units;
  }

  /** Takes from what is left of the next annotator what matches the units of one before. */
  private static void match(List<Region[]> units, int before, int next, List<Region> left) {
    Map<Region, Region[]> free = new HashMap<>();
    for (Region[] unit : units) {
      if (unit[next] == null && unit[before] != null) {
        free.put(unit[before], unit);
      }
    }
    List<Region> first = free.keySet().stream().filter(each -> meets(each, left)).toList();
    List<Region> second = left.stream().filter(each -> meets(each, free.keySet())).toList();
    for (Matching.Pair pair : Matching.best(first, second, Region::overlap)) {
      if (pair.first().overlap(pair.second()) > THRESHOLD) {
        free.get(pair.first())[next] = pair.second();
        left.remove(pair.second());
      }
    }
  }

  private static boolean meets(Region region, Iterable<Region> others) {
    for (Region other : others) {
      if (region.overlap(other) > THRESHOLD) {
        return true;
      }
    }
    return false;
  }

  private Item item(List<Region[]> units, int annotators, Numbering numbers) {
    double[] perLabel = new double[labels];
    double observed = 0;
    for (Region[] unit : units) {
      double[] ofUnit = new double[labels];
      for (Region region : unit) {
        ofUnit[region == null ? NOTHING : 1 + numbers.of(region.label())]++;
      }
      double unequal = (double) annotators * annotators;
      for (int label = 0; label < labels; label++) {
        unequal -= ofUnit[label] * ofUnit[label];
        perLabel[label] += ofUnit[label];
      }
      observed += unequal / (annotators - 1);
    }
    int[] used = IntStream.range(0, labels).filter(l -> perLabel[l] > 0).toArray();
    return new Item(used, Arrays.stream(used).mapToDouble(l -> perLabel[l]).toArray(), observed);
  }

  /** Alpha when each item occurs so often; not a number without variation. */
  private double alpha(long[] times) {
    double[] perLabel = new double[labels];
    double observed = 0;
    for (int at = 0; at < times.length; at++) {
      Item item = items.get(at);
      observed += times[at] * item.observed;
      for (int label = 0; label < item.labels.length; label++) {
        perLabel[item.labels[label]] += times[at] * item.counts[label];
      }
    }
    double n = PairablePatterns.sum(perLabel);
    double sameByChance = 0;
    for (double count : perLabel) {
      sameByChance += count * count;
    }
    double expected = n * n - sameByChance;
    return expected == 0 ? Double.NaN : 1 - (n - 1) * observed / expected;
  }
}
