package io.touchstone.agreement;

import io.touchstone.agreement.Coefficient.Reason;
import io.touchstone.statistics.StudentT;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The coefficients of the form (pa - pe) / (1 - pe) on any number of annotators, with the
 * linearised standard error of Gwet 2014 ("Handbook of Inter-Rater Reliability", 4th edition,
 * chapter 5) and a t interval. Items with one judgement stay in the margins, as in the R package
 * irrCAC; unlike it, nothing is reported where chance agreement is certain.
 */
public final class ChanceCorrected {

  private static final String METHOD = "linearised standard error (Gwet 2014), t interval";

  private ChanceCorrected() {}

  /** Chance agreement pe, and what one item contributes to it. */
  record Chance(double expected, ToDoubleFunction<LabelPattern> ofItem) {

    static Chance constant(double expected) {
      return new Chance(expected, pattern -> expected);
    }
  }

  /** Mean over items of the share of agreeing pairs. */
  public static Coefficient percentAgreement(LabelCounts data) {
    String name = "percentAgreement";
    return unpairable(name, data).orElseGet(() -> defined(name, data, Chance.constant(0), 0));
  }

  /** Fleiss 1971, generalised to unequal numbers of judgements (Gwet 2014). */
  static Coefficient fleissKappa(LabelCounts data) {
    return fleissKappa("fleissKappa", data);
  }

  private static Coefficient fleissKappa(String name, LabelCounts data) {
    return unpairable(name, data)
        .or(() -> invariable(name, data))
        .orElseGet(
            () -> {
              double[] shares = shares(data);
              double expected = 0;
              for (double share : shares) {
                expected += share * share;
              }
              return defined(name, data, new Chance(expected, item -> mean(item, shares)), -1);
            });
  }

  /**
   * Scott 1955, of two annotators on the items that both judged: what Fleiss generalised, so that
   * it is his kappa of these items. Not applicable to any other number of annotators.
   */
  static Coefficient scottPi(LabelCounts data) {
    String name = "scottPi";
    if (data.annotators() != 2) {
      return unpairable(name, data)
          .orElseGet(() -> Basis.of(data).undefined(name, Reason.NOT_APPLICABLE));
    }
    return fleissKappa(name, data.pairableOnly());
  }

  /** AC1 of Gwet 2008: defined as soon as two labels are declared, even if one is never used. */
  static Coefficient gwetAc1(LabelCounts data) {
    String name = "gwetAC1";
    return unpairable(name, data)
        .or(() -> singleLabel(name, data))
        .orElseGet(
            () -> {
              double[] shares = shares(data);
              int others = shares.length - 1;
              double[] rest = new double[shares.length];
              double expected = 0;
              for (int label = 0; label < shares.length; label++) {
                rest[label] = (1 - shares[label]) / others;
                expected += shares[label] * rest[label];
              }
              return defined(name, data, new Chance(expected, item -> mean(item, rest)), -1);
            });
  }

  /** Brennan and Prediger 1981: chance is one in the number of declared labels. */
  static Coefficient brennanPrediger(LabelCounts data) {
    String name = "brennanPrediger";
    return unpairable(name, data)
        .or(() -> singleLabel(name, data))
        .orElseGet(() -> defined(name, data, Chance.constant(1.0 / data.labels().size()), -1));
  }

  /** Why nothing can be compared, if so. */
  public static Optional<Coefficient> unpairable(String name, LabelCounts data) {
    if (data.items() == 0) {
      return Optional.of(new Coefficient.Undefined(name, Reason.NO_ITEMS, 0, 0));
    }
    if (data.pairs() == 0) {
      return Optional.of(new Coefficient.Undefined(name, Reason.NO_PAIRABLE_ITEM, 0, 0));
    }
    return Optional.empty();
  }

  /** Undefined when all that can be compared names one label. */
  public static Optional<Coefficient> invariable(String name, LabelCounts data) {
    return data.varies() ? Optional.empty() : Optional.of(noVariation(name, data));
  }

  /** Undefined when there is one label to choose from. */
  static Optional<Coefficient> singleLabel(String name, LabelCounts data) {
    return data.labels().size() > 1 ? Optional.empty() : Optional.of(noVariation(name, data));
  }

  private static Coefficient noVariation(String name, LabelCounts data) {
    return new Coefficient.Undefined(name, Reason.NO_VARIATION, data.pairableItems(), data.pairs());
  }

  /** Mean over items of the share of each label among the item's judgements. */
  static double[] shares(LabelCounts data) {
    double[] shares = new double[data.labels().size()];
    long items = data.items();
    for (LabelPattern pattern : data.patterns()) {
      for (int at = 0; at < pattern.labels().length; at++) {
        shares[pattern.labels()[at]] +=
            (double) pattern.counts()[at] / pattern.judgements() * pattern.items() / items;
      }
    }
    return shares;
  }

  /** Mean over the item's judgements of the value of their label. */
  static double mean(LabelPattern pattern, double[] valueOfLabel) {
    double sum = 0;
    for (int at = 0; at < pattern.labels().length; at++) {
      sum += pattern.counts()[at] * valueOfLabel[pattern.labels()[at]];
    }
    return sum / pattern.judgements();
  }

  private static Coefficient defined(
      String name, LabelCounts data, Chance chance, double leastPossible) {
    return defined(name, data, LabelPattern::agreement, chance, leastPossible);
  }

  /**
   * Value and interval.
   *
   * @param agreement of the pairs of one item, 0 to 1; of no meaning for a single judgement
   */
  static Coefficient defined(
      String name,
      LabelCounts data,
      ToDoubleFunction<LabelPattern> agreement,
      Chance chance,
      double leastPossible) {
    long items = data.items();
    long pairable = data.pairableItems();
    double observed = 0;
    for (LabelPattern pattern : data.patterns()) {
      observed += agreement.applyAsDouble(pattern) * pattern.items() / pairable;
    }
    double expected = chance.expected();
    double value = (observed - expected) / (1 - expected);

    double squares = 0;
    for (LabelPattern pattern : data.patterns()) {
      double ofPairs =
          pattern.pairable() ? (agreement.applyAsDouble(pattern) - expected) / (1 - expected) : 0;
      double ofChance = (chance.ofItem().applyAsDouble(pattern) - expected) / (1 - expected);
      double deviation = (double) items / pairable * ofPairs - 2 * (1 - value) * ofChance - value;
      squares += deviation * deviation * pattern.items();
    }
    return interval(name, Basis.of(data), value, squares, leastPossible);
  }

  /**
   * The t interval.
   *
   * @param squares sum over all items of the squared deviations of their linearised contributions
   */
  static Coefficient interval(
      String name, Basis basis, double value, double squares, double leastPossible) {
    long items = basis.items();
    boolean single = items < 2;
    double half =
        single
            ? Double.POSITIVE_INFINITY
            : StudentT.quantile975(items - 1) * Math.sqrt(squares / items / (items - 1));
    return basis.defined(
        name,
        value,
        Math.max(value - half, leastPossible),
        Math.min(value + half, 1),
        single ? "one item: the interval is all that is possible" : METHOD);
  }
}
