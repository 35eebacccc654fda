package io.touchstone.agreement;

import io.touchstone.agreement.ChanceCorrected.Chance;
import java.util.List;

/**
 * The coefficients of {@link ChanceCorrected} where labels that differ may agree in part (Gwet
 * 2014, chapter 5).
 */
public final class WeightedCoefficients {

  private final LabelCounts data;
  private final Weights weights;

  private WeightedCoefficients(LabelCounts data, Weights weights) {
    this.data = data;
    this.weights = weights;
  }

  /** Fleiss's kappa, Gwet's AC2 and Brennan and Prediger's coefficient. */
  public static List<Coefficient> of(LabelCounts data, Weights weights) {
    WeightedCoefficients all = new WeightedCoefficients(data, weights);
    return List.of(all.fleissKappa(), all.gwetAc2(), all.brennanPrediger());
  }

  /** Gwet 2014: defined as soon as two labels are declared, even if one is never used. */
  public static Coefficient gwetAc2(LabelCounts data, Weights weights) {
    return new WeightedCoefficients(data, weights).gwetAc2();
  }

  private Coefficient fleissKappa() {
    String name = "fleissKappa" + weights.suffix();
    return ChanceCorrected.unpairable(name, data)
        .or(() -> ChanceCorrected.invariable(name, data))
        .orElseGet(
            () -> {
              double[] shares = ChanceCorrected.shares(data);
              double[] near = weights.times(shares);
              return defined(name, expected(shares, near), near);
            });
  }

  private Coefficient gwetAc2() {
    String name = "gwetAC2" + weights.suffix();
    return ChanceCorrected.unpairable(name, data)
        .or(() -> ChanceCorrected.singleLabel(name, data))
        .orElseGet(
            () -> {
              double[] shares = ChanceCorrected.shares(data);
              double scale = weights.total() / shares.length / (shares.length - 1);
              double[] rest = new double[shares.length];
              for (int label = 0; label < shares.length; label++) {
                rest[label] = scale * (1 - shares[label]);
              }
              return defined(name, expected(shares, rest), rest);
            });
  }

  private Coefficient brennanPrediger() {
    String name = "brennanPrediger" + weights.suffix();
    double labels = data.labels().size();
    return ChanceCorrected.unpairable(name, data)
        .or(() -> ChanceCorrected.singleLabel(name, data))
        .orElseGet(() -> defined(name, Chance.constant(weights.total() / labels / labels)));
  }

  private static double expected(double[] shares, double[] values) {
    double sum = 0;
    for (int label = 0; label < shares.length; label++) {
      sum += shares[label] * values[label];
    }
    return sum;
  }

  private Coefficient defined(String name, double expected, double[] valueOfLabel) {
    return defined(
        name, new Chance(expected, pattern -> ChanceCorrected.mean(pattern, valueOfLabel)));
  }

  private Coefficient defined(String name, Chance chance) {
    double least = -chance.expected() / (1 - chance.expected());
    return ChanceCorrected.defined(name, data, weights::agreement, chance, least);
  }
}
