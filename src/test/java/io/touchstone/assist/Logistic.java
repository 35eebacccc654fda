package io.touchstone.assist;

import java.util.List;

/** Logistic regression with a small ridge, by plain gradient descent on standardised features. */
final class Logistic {

  private static final int STEPS = 2_000;
  private static final double RATE = 0.5;
  private static final double RIDGE = 0.001;

  private Logistic() {}

  /** Weight, mean and deviation of each feature, one after the other; the intercept is left out. */
  static double[] fit(List<double[]> rows, List<Boolean> positive) {
    int features = rows.get(0).length;
    double[] model = new double[3 * features];
    for (int f = 0; f < features; f++) {
      int at = f;
      double mean = rows.stream().mapToDouble(row -> row[at]).average().orElseThrow();
      double variance =
          rows.stream().mapToDouble(row -> Math.pow(row[at] - mean, 2)).average().orElseThrow();
      model[features + f] = mean;
      model[2 * features + f] = variance == 0 ? 1 : Math.sqrt(variance);
    }
    double share =
        (double) positive.stream().filter(Boolean::booleanValue).count() / positive.size();
    double intercept = Math.log(share / (1 - share));
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[features];
      double up = 0;
      for (int i = 0; i < rows.size(); i++) {
        double chance = 1 / (1 + Math.exp(-intercept - score(model, rows.get(i))));
        double error = (positive.get(i) ? 1 : 0) - chance;
        up += error;
        for (int f = 0; f < features; f++) {
          gradient[f] += error * standard(model, rows.get(i), f);
        }
      }
      intercept += RATE * up / rows.size();
      for (int f = 0; f < features; f++) {
        model[f] += RATE * (gradient[f] / rows.size() - RIDGE * model[f]);
      }
    }
    return model;
  }

  static double score(double[] model, double[] row) {
    double score = 0;
    for (int f = 0; f < row.length; f++) {
      score += model[f] * standard(model, row, f);
    }
    return score;
  }

  private static double standard(double[] model, double[] row, int f) {
    return (row[f] - model[row.length + f]) / model[2 * row.length + f];
  }
}
