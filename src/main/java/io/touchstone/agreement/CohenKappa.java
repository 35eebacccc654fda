package io.touchstone.agreement;

import io.touchstone.agreement.Coefficient.Reason;
import io.touchstone.statistics.StudentT;

/**
 * Cohen's kappa (Cohen 1960, weighted 1968) of two named annotators on the items that both judged,
 * with the large sample error of Fleiss, Cohen and Everitt 1969.
 */
public final class CohenKappa {

  private static final String NAME = "cohenKappa";

  private CohenKappa() {}

  public static Coefficient of(NominalJudgements judgements) {
    LabelCounts data = judgements.counts();
    return of(judgements, data, Weights.identity(data.labels().size()));
  }

  /** Weighted by how near labels are to each other. */
  public static Coefficient of(NominalJudgements judgements, LabelCounts data, Weights weights) {
    String name = NAME + weights.suffix();
    Basis basis = Basis.of(data);
    return basis
        .unpairable(name)
        .orElseGet(
            () ->
                judgements
                    .named()
                    .contingency()
                    .map(
                        table ->
                            data.varies()
                                ? of(name, table, weights, basis)
                                : basis.undefined(name, Reason.NO_VARIATION))
                    .orElse(basis.undefined(name, Reason.NOT_APPLICABLE)));
  }

  private static Coefficient of(String name, long[][] table, Weights weights, Basis basis) {
    int labels = table.length;
    double n = basis.pairableItems();
    double[] rows = new double[labels];
    double[] columns = new double[labels];
    double observed = 0;
    for (int k = 0; k < labels; k++) {
      for (int l = 0; l < labels; l++) {
        rows[k] += table[k][l] / n;
        columns[l] += table[k][l] / n;
        observed += weights.matrix()[k][l] * table[k][l] / n;
      }
    }
    double[] ofRow = weights.times(columns);
    double[] ofColumn = weights.times(rows);
    double expected = 0;
    for (int k = 0; k < labels; k++) {
      expected += rows[k] * ofRow[k];
    }
    double kappa = (observed - expected) / (1 - expected);
    double sum = 0;
    for (int k = 0; k < labels; k++) {
      for (int l = 0; l < labels; l++) {
        double deviation = weights.matrix()[k][l] - (ofRow[k] + ofColumn[l]) * (1 - kappa);
        sum += table[k][l] / n * deviation * deviation;
      }
    }
    double centre = kappa - expected * (1 - kappa);
    double variance = (sum - centre * centre) / n / ((1 - expected) * (1 - expected));
    double half = StudentT.Z * Math.sqrt(Math.max(variance, 0));
    return basis.defined(
        name,
        kappa,
        Math.max(kappa - half, -1),
        Math.min(kappa + half, 1),
        "standard error of Fleiss, Cohen and Everitt 1969, normal interval");
  }
}
