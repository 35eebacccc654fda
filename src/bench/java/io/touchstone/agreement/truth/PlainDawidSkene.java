package io.touchstone.agreement.truth;

import java.util.Arrays;

/** Equations 2.3 to 2.5 of Dawid and Skene 1979 as they stand in the article, unsmoothed. */
final class PlainDawidSkene {

  private final JudgedItems items;
  private final int labels;

  PlainDawidSkene(JudgedItems items) {
    this.items = items;
    this.labels = items.labels();
  }

  /** Probabilities of each item's labels after so many rounds, from shares of votes (3.1). */
  double[][] fit(int rounds) {
    double[][] truth = new double[items.items()][labels];
    for (int item = 0; item < truth.length; item++) {
      for (int at = items.begin(item); at < items.end(item); at++) {
        truth[item][items.label(at)] += 1.0 / (items.end(item) - items.begin(item));
      }
    }
    for (int round = 0; round < rounds; round++) {
      expect(truth, shares(truth), rates(truth));
    }
    return truth;
  }

  private double[] shares(double[][] truth) {
    double[] shares = new double[labels];
    for (double[] item : truth) {
      for (int label = 0; label < labels; label++) {
        shares[label] += item[label] / truth.length;
      }
    }
    return shares;
  }

  private double[][][] rates(double[][] truth) {
    double[][][] rates = new double[items.annotators()][labels][labels];
    for (int item = 0; item < truth.length; item++) {
      for (int at = items.begin(item); at < items.end(item); at++) {
        for (int label = 0; label < labels; label++) {
          rates[items.annotator(at)][label][items.label(at)] += truth[item][label];
        }
      }
    }
    for (double[][] ofAnnotator : rates) {
      for (double[] row : ofAnnotator) {
        double sum = Arrays.stream(row).sum();
        for (int label = 0; label < labels; label++) {
          row[label] = sum == 0 ? 1.0 / labels : row[label] / sum;
        }
      }
    }
    return rates;
  }

  private void expect(double[][] truth, double[] shares, double[][][] rates) {
    for (int item = 0; item < truth.length; item++) {
      double sum = 0;
      for (int label = 0; label < labels; label++) {
        truth[item][label] = shares[label];
        for (int at = items.begin(item); at < items.end(item); at++) {
          truth[item][label] *= rates[items.annotator(at)][label][items.label(at)];
        }
        sum += truth[item][label];
      }
      for (int label = 0; label < labels; label++) {
        truth[item][label] /= sum;
      }
    }
  }
}
