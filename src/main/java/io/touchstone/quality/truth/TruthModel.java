package io.touchstone.quality.truth;

import java.util.Arrays;

/** What {@link DawidSkene} found out about labels and annotators. */
public final class TruthModel {

  private final int labels;
  private final double[] logShares;
  private final double[] logRates;
  private final double[] counts;
  private final int iterations;
  private final boolean converged;
  private final double meanLogLikelihood;

  TruthModel(
      int labels,
      double[] logShares,
      double[] logRates,
      double[] counts,
      int iterations,
      boolean converged,
      double meanLogLikelihood) {
    this.labels = labels;
    this.logShares = logShares;
    this.logRates = logRates;
    this.counts = counts;
    this.iterations = iterations;
    this.converged = converged;
    this.meanLogLikelihood = meanLogLikelihood;
  }

  /**
   * Writes the probability of each label of an item, 0 to 1, given its judgements; certainty where
   * the truth is known.
   *
   * @param items those that the model was fitted to, or others by the same annotators
   * @param into one place per label
   */
  public void posterior(JudgedItems items, int item, double[] into) {
    posterior(items, item, logShares, logRates, into);
  }

  /**
   * @return log likelihood of the item
   */
  static double posterior(
      JudgedItems items, int item, double[] logShares, double[] logRates, double[] into) {
    int labels = into.length;
    int known = items.known(item);
    System.arraycopy(logShares, 0, into, 0, labels);
    if (known != JudgedItems.UNKNOWN) {
      Arrays.fill(into, 0);
    }
    for (int judgement = items.begin(item); judgement < items.end(item); judgement++) {
      int at = (items.annotator(judgement) * labels + items.label(judgement)) * labels;
      for (int label = 0; label < labels; label++) {
        into[label] += logRates[at + label];
      }
    }
    if (known != JudgedItems.UNKNOWN) {
      double likelihood = into[known];
      certain(known, into);
      return likelihood;
    }
    return normalise(into);
  }

  /** From logarithms to probabilities that add up to 1; returns the logarithm of their sum. */
  private static double normalise(double[] logs) {
    double top = logs[MajorityVote.leading(logs)];
    double sum = 0;
    for (int label = 0; label < logs.length; label++) {
      logs[label] = Math.exp(logs[label] - top);
      sum += logs[label];
    }
    for (int label = 0; label < logs.length; label++) {
      logs[label] /= sum;
    }
    return top + Math.log(sum);
  }

  static void certain(int label, double[] into) {
    Arrays.fill(into, 0);
    into[label] = 1;
  }

  /** Share of a label among the items whose truth is not known, 0 to 1. */
  public double share(int label) {
    return Math.exp(logShares[label]);
  }

  /** Probability, 0 to 1, that an annotator gives a label to an item of a true one. */
  public double rate(int annotator, int truth, int given) {
    return Math.exp(logRates[(annotator * labels + given) * labels + truth]);
  }

  /** Expected number of judgements with which an annotator gave a label to items of a true one. */
  public double count(int annotator, int truth, int given) {
    return counts[(annotator * labels + given) * labels + truth];
  }

  public int iterations() {
    return iterations;
  }

  /** Whether the tolerance was met before the iterations ran out. */
  public boolean converged() {
    return converged;
  }

  /** Natural logarithm, mean over items. */
  public double meanLogLikelihood() {
    return meanLogLikelihood;
  }
}
