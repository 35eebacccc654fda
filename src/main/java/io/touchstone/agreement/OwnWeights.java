package io.touchstone.agreement;

import java.util.ArrayList;
import java.util.List;

/**
 * The coefficients with part credit for labels that differ, as much as somebody gives for each
 * pair.
 */
public final class OwnWeights {

  private OwnWeights() {}

  /**
   * Cohen's and Conger's kappa, Fleiss' kappa, Gwet's AC2 and Brennan and Prediger's coefficient,
   * whose names end with Own.
   *
   * @param judgements with a declared label set
   * @param matrix by positions in the label set, symmetric, from 0 to 1, with 1 from each label to
   *     itself
   */
  public static List<Coefficient> of(NominalJudgements judgements, double[][] matrix) {
    LabelCounts data = judgements.counts();
    Weights weights = Weights.own(matrix);
    List<Coefficient> all = new ArrayList<>();
    all.add(CohenKappa.of(judgements, data, weights));
    all.add(CongerKappa.of(judgements.named(), data, weights));
    all.addAll(WeightedCoefficients.of(data, weights));
    return List.copyOf(all);
  }
}
