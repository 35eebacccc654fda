package io.touchstone.agreement.scale;

import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.ChanceCorrected;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.CohenKappa;
import io.touchstone.agreement.Coincidences;
import io.touchstone.agreement.CongerKappa;
import io.touchstone.agreement.LabelAgreement;
import io.touchstone.agreement.LabelCounts;
import io.touchstone.agreement.LabelPattern;
import io.touchstone.agreement.NamedJudgements;
import io.touchstone.agreement.NominalAgreement;
import io.touchstone.agreement.NominalJudgements;
import io.touchstone.agreement.WeightedCoefficients;
import io.touchstone.agreement.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All numbers about agreement on labels with an order or a distance.
 *
 * @param coefficients in a fixed order, each defined or with its reason
 * @param coincidences which labels meet; empty for more than {@value #MOST_WEIGHTED} labels
 * @param perLabel each label against the rest, in the order of the set; empty without judgements
 *     and for more than {@value #MOST_APART} labels
 * @param meanDifference mean over items of the mean difference of the scores of two judgements; not
 *     a number where nothing can be compared
 */
public record ScaleAgreement(
    long items,
    long judgements,
    int annotators,
    List<Coefficient> coefficients,
    Coincidences coincidences,
    List<LabelAgreement> perLabel,
    double meanDifference) {

  /** Changes when a formula, a convention or the resampling changes. */
  public static final String METRIC_VERSION = "scales-2";

  /** Labels up to which pairs of labels are looked at one by one. */
  public static final int MOST_WEIGHTED = 1_000;

  private static final int MOST_APART = 20;

  /**
   * @param judgements with their declared labels in ascending order of the scale
   * @param scores of these labels, in the same order, all different
   * @param weighted whether the labels are a set to choose from, so that coefficients apply that
   *     weight each pair of labels
   */
  public static ScaleAgreement of(
      NominalJudgements judgements,
      Scale scale,
      double[] scores,
      boolean weighted,
      Bootstrap bootstrap) {
    LabelCounts data = judgements.counts();
    List<Coefficient> all = new ArrayList<>();
    all.add(ChanceCorrected.percentAgreement(data));
    all.add(alpha(data, scale, scores, bootstrap));
    if (weighted) {
      weighted(judgements, data, scores, all);
    }
    boolean few = data.labels().size() <= MOST_APART && data.items() > 0;
    boolean shown = weighted && data.labels().size() <= MOST_WEIGHTED;
    return new ScaleAgreement(
        data.items(),
        data.judgements(),
        data.annotators(),
        List.copyOf(all),
        shown ? Coincidences.of(data) : new Coincidences(List.of(), List.of()),
        few && weighted ? NominalAgreement.perLabel(data, bootstrap) : List.of(),
        meanDifference(data, scores));
  }

  private static Coefficient alpha(
      LabelCounts data, Scale scale, double[] scores, Bootstrap bootstrap) {
    return switch (scale) {
      case ORDINAL -> AlphaOfSquares.ordinal(data, bootstrap);
      case INTERVAL -> AlphaOfSquares.interval(data, scores, bootstrap);
      case RATIO -> AlphaOfRatios.of(data, scores, bootstrap);
    };
  }

  private static void weighted(
      NominalJudgements judgements, LabelCounts data, double[] scores, List<Coefficient> all) {
    NamedJudgements named = judgements.named();
    for (Weights weights : List.of(Weights.linear(scores), Weights.quadratic(scores))) {
      all.add(CohenKappa.of(judgements, data, weights));
      all.add(CongerKappa.of(named, data, weights));
      all.addAll(WeightedCoefficients.of(data, weights));
    }
    all.add(WeightedCoefficients.gwetAc2(data, Weights.ordinal(scores.length)));
  }

  private static double meanDifference(LabelCounts data, double[] scores) {
    double sum = 0;
    for (LabelPattern pattern : data.patterns()) {
      if (pattern.pairable()) {
        sum += differences(pattern, scores) / pattern.pairs() * pattern.items();
      }
    }
    return data.pairableItems() == 0 ? Double.NaN : sum / data.pairableItems();
  }

  /** Of all pairs of judgements, in the order of the scores: each step once for each pair. */
  private static double differences(LabelPattern pattern, double[] scores) {
    int[] ascending =
        IntStream.range(0, pattern.labels().length)
            .boxed()
            .sorted(Comparator.comparingDouble(at -> scores[pattern.labels()[at]]))
            .mapToInt(Integer::intValue)
            .toArray();
    double sum = 0;
    double below = pattern.counts()[ascending[0]];
    for (int at = 1; at < ascending.length; at++) {
      double step =
          scores[pattern.labels()[ascending[at]]] - scores[pattern.labels()[ascending[at - 1]]];
      sum += step * below * (pattern.judgements() - below);
      below += pattern.counts()[ascending[at]];
    }
    return sum;
  }

  /** The coefficient of that name. */
  public Coefficient coefficient(String name) {
    return coefficients.stream()
        .filter(coefficient -> coefficient.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no coefficient " + name + "."));
  }
}
