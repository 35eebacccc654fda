package io.touchstone.quality.agreement;

import io.touchstone.quality.agreement.Coefficient.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/**
 * Krippendorff's alpha of units on a continuum (Krippendorff 1995, "On the reliability of unitizing
 * contiguous data"; expected disagreement as in 2004). The items that all annotators judged are
 * laid one after the other, in the order of their ids; an item ends where its last span does. Spans
 * of one annotator and label that overlap are reduced to the first and longest. Over all labels it
 * is 1 less the sum of the observed over the sum of the expected disagreements.
 */
final class AlphaOfUnits {

  private static final String NAME = "alphaU";

  /** The units of one label on one item. */
  private record Units(List<List<Region>> byAnnotator, double observed) {}

  private final int annotators;
  private final List<String> labels;
  private final List<Double> lengths = new ArrayList<>();

  /** Per item, per label. */
  private final List<List<Units>> items = new ArrayList<>();

  private AlphaOfUnits(int annotators, List<String> labels) {
    this.annotators = annotators;
    this.labels = labels;
  }

  private AlphaOfUnits(MarkedJudgements data) {
    this(data.annotators().size(), data.labels());
    for (SortedMap<String, List<Region>> ofItem : data.pairable()) {
      if (ofItem.size() == annotators) {
        List<List<Region>> judgements = List.copyOf(ofItem.values());
        add(judgements, lastEnd(judgements));
      }
    }
  }

  private static double lastEnd(List<List<Region>> judgements) {
    return judgements.stream().flatMap(List::stream).mapToDouble(Region::right).max().orElse(0);
  }

  /**
   * The value alone, on one continuum that may reach beyond the last unit.
   *
   * @param judgements units of each annotator
   */
  static double onContinuum(List<List<Region>> judgements, double length) {
    List<String> labels =
        judgements.stream().flatMap(List::stream).map(Region::label).distinct().sorted().toList();
    AlphaOfUnits alpha = new AlphaOfUnits(judgements.size(), labels);
    alpha.add(judgements, length);
    return alpha.alpha(new long[] {1});
  }

  static Coefficient of(MarkedJudgements data, Bootstrap bootstrap) {
    Basis all = data.basis();
    return all.unpairable(NAME).orElseGet(() -> new AlphaOfUnits(data).value(all, bootstrap));
  }

  private Coefficient value(Basis all, Bootstrap bootstrap) {
    long pairs = (long) items.size() * annotators * (annotators - 1) / 2;
    Basis basis = new Basis(all.items(), items.size(), pairs, annotators);
    if (items.isEmpty()) {
      return all.undefined(NAME, Reason.NOT_APPLICABLE);
    }
    long[] once = new long[items.size()];
    Arrays.fill(once, 1);
    double value = alpha(once);
    if (Double.isNaN(value)) {
      boolean marked = lengths.stream().anyMatch(length -> length > 0);
      return basis.undefined(NAME, marked ? Reason.NO_VARIATION : Reason.NO_SPANS);
    }
    long units =
        items.stream()
            .flatMap(List::stream)
            .flatMap(ofLabel -> ofLabel.byAnnotator.stream())
            .mapToLong(spans -> 1 + 20L * spans.size())
            .sum();
    return new ItemBootstrap(bootstrap, once, 4 * units)
        .around(NAME, basis, this::alpha, value, -1);
  }

  private void add(List<List<Region>> judgements, double length) {
    lengths.add(length);
    List<Units> perLabel = new ArrayList<>();
    for (String label : labels) {
      List<List<Region>> byAnnotator =
          judgements.stream()
              .map(spans -> spans.stream().filter(s -> s.label().equals(label)).toList())
              .map(SpanOverlap::apart)
              .toList();
      perLabel.add(new Units(byAnnotator, observed(byAnnotator)));
    }
    items.add(perLabel);
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
    double length = 0;
    for (int item = 0; item < times.length; item++) {
      length += lengths.get(item) * times[item];
    }
    double observed = 0;
    double expected = 0;
    for (int label = 0; label < labels.size(); label++) {
      double ofLabel = 0;
      for (int item = 0; item < times.length; item++) {
        ofLabel += items.get(item).get(label).observed * times[item];
      }
      observed += 2 * ofLabel / (annotators * (annotators - 1.0) * length * length);
      expected += expected(label, times, length);
    }
    return length == 0 || expected == 0 || Double.isNaN(expected)
        ? Double.NaN
        : 1 - observed / expected;
  }

  /** What units of these lengths would disagree by, laid anywhere (Krippendorff 2004). */
  private double expected(int label, long[] times, double length) {
    List<Double> units = new ArrayList<>();
    List<Double> gaps = new ArrayList<>();
    for (int annotator = 0; annotator < annotators; annotator++) {
      collect(label, annotator, times, units, gaps);
    }
    double[] sorted = gaps.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double[] above = new double[sorted.length + 1];
    for (int at = sorted.length - 1; at >= 0; at--) {
      above[at] = above[at + 1] + sorted[at] + 1;
    }
    double sum = 0;
    double own = 0;
    for (double l : units) {
      int from = firstNotBelow(sorted, l);
      double room = above[from] - (sorted.length - from) * l;
      sum += (units.size() - 1) / 3.0 * (2 * l * l * l - 3 * l * l + l) + l * l * room;
      own += l * (l - 1);
    }
    double places = annotators * length;
    return units.isEmpty() ? 0 : 2 / length * sum / (places * (places - 1) - own);
  }

  private void collect(
      int label, int annotator, long[] times, List<Double> units, List<Double> gaps) {
    double gap = 0;
    for (int item = 0; item < times.length; item++) {
      List<Region> spans = items.get(item).get(label).byAnnotator.get(annotator);
      for (long time = 0; time < times[item]; time++) {
        double at = 0;
        for (Region span : spans) {
          gap += span.x() - at;
          if (gap > 0) {
            gaps.add(gap);
          }
          gap = 0;
          at = span.right();
          units.add(span.width());
        }
        gap += lengths.get(item) - at;
      }
    }
    if (gap > 0) {
      gaps.add(gap);
    }
  }

  private static int firstNotBelow(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
