package io.touchstone.agreement.span;

import io.touchstone.agreement.Basis;
import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.ItemBootstrap;
import io.touchstone.agreement.MeanOfPairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * All numbers about agreement on spans. Spans have no countable negatives, so no coefficient
 * corrects for chance; agreement is the F1 of one annotator against another, which needs no gold
 * and is the same both ways: twice the common spans over all spans of both (Hripcsak and Rothschild
 * 2005, "Agreement, the F-measure, and reliability in information retrieval"). It is summed over
 * all pairs of judgements on the same item before it is divided. Intervals resample items.
 *
 * @param percentAgreement mean over the items with two or more judgements of the share of their
 *     pairs that are equal; two judgements without a span are equal
 * @param unanimity share of those items on which all judgements are equal
 * @param meanOfPairs mean of the exact F1 of each pair of annotators, {@link MeanOfPairs}
 * @param f1 exact F1 over all pairs together; items on which nobody marked anything have no part in
 *     it
 * @param perLabel in the order of the label set
 */
public record SpanAgreement(
    Coefficient percentAgreement,
    Coefficient unanimity,
    Coefficient f1,
    Coefficient meanOfPairs,
    List<SpanLabelAgreement> perLabel) {

  /** Name of the exact F1 in every interface and report. */
  public static final String F1 = "spanF1Exact";

  /** Changes when a formula, a convention or the resampling changes. */
  public static final String METRIC_VERSION = "spans-3";

  /** Name of the share of items on which all are equal. */
  public static final String UNANIMITY = "unanimity";

  private static final String PERCENT = "percentAgreement";

  /** Numerator and denominator of one pattern, per statistic. */
  private record Ratio(String name, double[] top, double[] bottom) {

    /** The ratio when each pattern occurs so often; not a number where nothing is counted. */
    double of(long[] items) {
      double above = 0;
      double below = 0;
      for (int at = 0; at < items.length; at++) {
        above += top[at] * items[at];
        below += bottom[at] * items[at];
      }
      return below == 0 ? Double.NaN : above / below;
    }
  }

  public static SpanAgreement of(SpanCounts data, Bootstrap bootstrap) {
    List<Map.Entry<SpanCounts.Pattern, Long>> pairable =
        data.patterns().stream().filter(entry -> entry.getKey().pairable()).toList();
    List<SpanCounts.Pattern> patterns = pairable.stream().map(Map.Entry::getKey).toList();
    List<Ratio> ratios = new ArrayList<>();
    ratios.add(ratio(PERCENT, patterns, p -> (double) p.equalPairs() / p.pairs(), p -> 1));
    ratios.add(ratio(UNANIMITY, patterns, p -> p.unanimous() ? 1 : 0, p -> 1));
    ratios.add(ratio(F1, patterns, p -> 2.0 * sum(p.common()), p -> sum(p.marked())));
    for (String label : data.labels()) {
      ratios.add(
          ratio(
              F1,
              patterns,
              p -> 2.0 * p.common().getOrDefault(label, 0),
              p -> p.marked().getOrDefault(label, 0)));
    }
    long[] items = pairable.stream().mapToLong(Map.Entry::getValue).toArray();
    Basis basis = new Basis(data.items(), data.pairableItems(), data.pairs(), data.annotators());
    List<Coefficient> found =
        ratios.stream().map(ratio -> coefficient(ratio, items, basis, bootstrap)).toList();
    List<SpanLabelAgreement> perLabel =
        IntStream.range(0, data.labels().size())
            .mapToObj(
                label ->
                    new SpanLabelAgreement(
                        data.labels().get(label),
                        data.given(data.labels().get(label)),
                        data.pairableItemsMarking(data.labels().get(label)),
                        found.get(label + 3)))
            .toList();
    return new SpanAgreement(
        found.get(0),
        found.get(1),
        found.get(2),
        data.meanOfPairs().of(basis, bootstrap),
        perLabel);
  }

  /** All of them together, in the order in which they are shown. */
  public List<Coefficient> coefficients() {
    return List.of(percentAgreement, unanimity, f1, meanOfPairs);
  }

  private static Ratio ratio(
      String name,
      List<SpanCounts.Pattern> patterns,
      ToDoubleFunction<SpanCounts.Pattern> top,
      ToDoubleFunction<SpanCounts.Pattern> bottom) {
    return new Ratio(
        name,
        patterns.stream().mapToDouble(top).toArray(),
        patterns.stream().mapToDouble(bottom).toArray());
  }

  private static int sum(SortedMap<String, Integer> perLabel) {
    return perLabel.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Coefficient coefficient(
      Ratio ratio, long[] items, Basis basis, Bootstrap bootstrap) {
    return basis
        .unpairable(ratio.name())
        .orElseGet(
            () -> {
              double value = ratio.of(items);
              return Double.isNaN(value)
                  ? basis.undefined(ratio.name(), Coefficient.Reason.NO_SPANS)
                  : new ItemBootstrap(bootstrap, items, 2L * items.length)
                      .around(ratio.name(), basis, ratio::of, value, 0);
            });
  }
}
