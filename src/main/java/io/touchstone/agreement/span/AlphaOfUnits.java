package io.touchstone.agreement.span;

import io.touchstone.agreement.Basis;
import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.Coefficient.Reason;
import io.touchstone.agreement.ItemBootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Krippendorff's alpha of units on a continuum (Krippendorff 1995, "On the reliability of unitizing
 * contiguous data"; expected disagreement as in 2004). The items that all annotators judged are
 * laid one after the other, in the order of their ids; an item ends where its last span does. Spans
 * of one annotator and label that overlap are reduced to the first and longest. Over all labels it
 * is 1 less the sum of the observed over the sum of the expected disagreements.
 */
public final class AlphaOfUnits {

  private static final String NAME = "alphaU";

  private final int annotators;
  private final double[] lengths;
  private final List<UnitsOfLabel> labels = new ArrayList<>();

  /** By item, over all labels and pairs of annotators. */
  private final double[] observed;

  /**
   * @param items the judgements of all annotators on each, in the order of these
   * @param lengths where each item ends
   */
  private AlphaOfUnits(List<List<List<Region>>> items, double[] lengths, int annotators) {
    this.annotators = annotators;
    this.lengths = lengths;
    observed = new double[lengths.length];
    SortedMap<String, List<SortedMap<Integer, List<Region>>>> byLabel = new TreeMap<>();
    for (int item = 0; item < lengths.length; item++) {
      for (int annotator = 0; annotator < annotators; annotator++) {
        add(item, annotator, items.get(item).get(annotator), byLabel);
      }
    }
    byLabel.values().forEach(this::lay);
  }

  private void add(
      int item,
      int annotator,
      List<Region> spans,
      Map<String, List<SortedMap<Integer, List<Region>>>> byLabel) {
    for (Region span : spans) {
      byLabel
          .computeIfAbsent(span.label(), label -> emptyFor(annotators))
          .get(annotator)
          .computeIfAbsent(item, key -> new ArrayList<>())
          .add(span);
    }
  }

  private static List<SortedMap<Integer, List<Region>>> emptyFor(int annotators) {
    return Stream.generate(
            () -> (SortedMap<Integer, List<Region>>) new TreeMap<Integer, List<Region>>())
        .limit(annotators)
        .toList();
  }

  private void lay(List<SortedMap<Integer, List<Region>>> ofLabel) {
    ofLabel.forEach(
        ofAnnotator -> ofAnnotator.replaceAll((item, spans) -> SpanOverlap.apart(spans)));
    labels.add(new UnitsOfLabel(ofLabel, lengths));
    ofLabel.stream()
        .flatMap(ofAnnotator -> ofAnnotator.keySet().stream())
        .distinct()
        .forEach(
            item ->
                observed[item] +=
                    observed(
                        ofLabel.stream().map(each -> each.getOrDefault(item, List.of())).toList()));
  }

  private static double lastEnd(List<List<Region>> judgements) {
    return judgements.stream().flatMap(List::stream).mapToDouble(Region::right).max().orElse(0);
  }

  /**
   * The value alone, on one continuum that may reach beyond the last unit.
   *
   * @param judgements units of each annotator
   */
  public static double onContinuum(List<List<Region>> judgements, double length) {
    return new AlphaOfUnits(List.of(judgements), new double[] {length}, judgements.size())
        .alpha(new long[] {1});
  }

  static Coefficient of(MarkedJudgements data, Bootstrap bootstrap) {
    Basis all = data.basis();
    return all.unpairable(NAME).orElseGet(() -> of(data, all, bootstrap));
  }

  private static Coefficient of(MarkedJudgements data, Basis all, Bootstrap bootstrap) {
    List<List<List<Region>>> items =
        data.pairable().stream()
            .filter(ofItem -> ofItem.size() == all.annotators())
            .map(ofItem -> List.copyOf(ofItem.values()))
            .toList();
    if (items.isEmpty()) {
      return all.undefined(NAME, Reason.NOT_APPLICABLE);
    }
    double[] lengths = items.stream().mapToDouble(AlphaOfUnits::lastEnd).toArray();
    return new AlphaOfUnits(items, lengths, all.annotators()).value(all, bootstrap);
  }

  private Coefficient value(Basis all, Bootstrap bootstrap) {
    long pairs = (long) lengths.length * annotators * (annotators - 1) / 2;
    Basis basis = new Basis(all.items(), lengths.length, pairs, annotators);
    long[] once = new long[lengths.length];
    Arrays.fill(once, 1);
    double value = alpha(once);
    if (Double.isNaN(value)) {
      boolean marked = Arrays.stream(lengths).anyMatch(length -> length > 0);
      return basis.undefined(NAME, marked ? Reason.NO_VARIATION : Reason.NO_SPANS);
    }
    long steps = 2L * lengths.length + labels.stream().mapToLong(UnitsOfLabel::steps).sum();
    return new ItemBootstrap(bootstrap, once, steps).around(NAME, basis, this::alpha, value, -1);
  }

  /** Over the unordered pairs of annotators. */
  private static double observed(List<List<Region>> byAnnotator) {
    double sum = 0;
    for (List<List<Region>> pair : MarkedJudgements.pairs(byAnnotator)) {
      sum += overlapping(pair.get(0), pair.get(1));
      sum += inGaps(pair.get(0), pair.get(1)) + inGaps(pair.get(1), pair.get(0));
    }
    return sum;
  }

  /** Squares of the distances between the borders of the units that overlap. */
  private static double overlapping(List<Region> first, List<Region> second) {
    double sum = 0;
    int from = 0;
    for (Region unit : first) {
      while (from < second.size() && second.get(from).right() <= unit.x()) {
        from++;
      }
      for (int at = from; at < second.size() && second.get(at).x() < unit.right(); at++) {
        double starts = unit.x() - second.get(at).x();
        double ends = unit.right() - second.get(at).right();
        sum += starts * starts + ends * ends;
      }
    }
    return sum;
  }

  /** Squares of the lengths of the units that overlap none of the other's. */
  private static double inGaps(List<Region> units, List<Region> others) {
    double sum = 0;
    int at = 0;
    for (Region unit : units) {
      while (at < others.size() && others.get(at).right() <= unit.x()) {
        at++;
      }
      boolean alone = at == others.size() || others.get(at).x() >= unit.right();
      sum += alone ? unit.width() * unit.width() : 0;
    }
    return sum;
  }

  private double alpha(long[] times) {
    double[] starts = new double[times.length];
    double length = 0;
    double observedInAll = 0;
    for (int item = 0; item < times.length; item++) {
      starts[item] = length;
      length += lengths[item] * times[item];
      observedInAll += observed[item] * times[item];
    }
    double expected = 0;
    for (UnitsOfLabel label : labels) {
      expected += label.expected(times, starts, length);
    }
    double byPair = 2 * observedInAll / (annotators * (annotators - 1.0) * length * length);
    return length == 0 || expected == 0 || Double.isNaN(expected)
        ? Double.NaN
        : 1 - byPair / expected;
  }
}
