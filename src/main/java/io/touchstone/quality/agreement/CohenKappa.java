package io.touchstone.quality.agreement;

import io.touchstone.quality.agreement.Coefficient.Reason;

/**
 * Cohen's kappa (Cohen 1960) of two named annotators on the items that both judged, with the large
 * sample error of Fleiss, Cohen and Everitt 1969.
 */
final class CohenKappa {

  private static final String NAME = "cohenKappa";

  private CohenKappa() {}

  static Coefficient of(NominalJudgements judgements) {
    LabelCounts data = judgements.counts();
    return ChanceCorrected.unpairable(NAME, data)
        .orElseGet(
            () ->
                judgements
                    .contingency(data.labels())
                    .map(table -> of(table, data))
                    .orElse(
                        new Coefficient.Undefined(
                            NAME, Reason.NOT_APPLICABLE, data.pairableItems(), data.pairs())));
  }

  private static Coefficient of(long[][] table, LabelCounts data) {
    int labels = table.length;
    double n = data.pairableItems();
    double[] rows = new double[labels];
    double[] columns = new double[labels];
    double observed = 0;
    for (int k = 0; k < labels; k++) {
      for (int l = 0; l < labels; l++) {
        rows[k] += table[k][l] / n;
        columns[l] += table[k][l] / n;
      }
      observed += table[k][k] / n;
    }
    double expected = 0;
    for (int k = 0; k < labels; k++) {
      expected += rows[k] * columns[k];
    }
    if (!data.varies()) {
      return new Coefficient.Undefined(
          NAME, Reason.NO_VARIATION, data.pairableItems(), data.pairs());
    }
    double kappa = (observed - expected) / (1 - expected);
    double half = StudentT.Z * standardError(table, rows, columns, kappa, expected, n);
    return new Coefficient.Defined(
        NAME,
        kappa,
        Math.max(kappa - half, -1),
        Math.min(kappa + half, 1),
        "standard error of Fleiss, Cohen and Everitt 1969, normal interval",
        data.pairableItems(),
        data.pairs(),
        data.annotators());
  }

  private static double standardError(
      long[][] table, double[] rows, double[] columns, double kappa, double expected, double n) {
    double sum = 0;
    for (int k = 0; k < rows.length; k++) {
      for (int l = 0; l < rows.length; l++) {
        double weight = k == l ? 1 : 0;
        double deviation = weight - (columns[k] + rows[l]) * (1 - kappa);
        sum += table[k][l] / n * deviation * deviation;
      }
    }
    double centre = kappa - expected * (1 - kappa);
    double variance = (sum - centre * centre) / n / ((1 - expected) * (1 - expected));
    return Math.sqrt(Math.max(variance, 0));
  }
}
