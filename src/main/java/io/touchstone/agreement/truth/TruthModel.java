package io.touchstone.agreement.truth;

import java.util.Arrays;

/** What {@link DawidSkene} found out about labels and annotators. */
public final class TruthModel {

  /** No share and no rate is smaller. */
  static final double LEAST = 1e-10;

  /**
   * Up to so many judgements the rates are multiplied, which is quicker and cannot underflow: the
   * product is at least 1e-260. Beyond, logarithms are added.
   */
  private static final int MOST_FACTORS = 25;

  private final int labels;
  private final double[] shares;
  private final double[] rates;
  private final double[] counts;
  private final int iterations;
  private final boolean converged;
  private final double meanLogLikelihood;

  TruthModel(
      int labels,
      double[] shares,
      double[] rates,
      double[] counts,
      int iterations,
      boolean converged,
      double meanLogLikelihood) {
    this.labels = labels;
    this.shares = shares;
    this.rates = rates;
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
    posterior(items, item, shares, rates, into);
  }

  /**
   * @return log likelihood of the item
   */
  static double posterior(
      JudgedItems items, int item, double[] shares, double[] rates, double[] into) {
    int known = items.known(item);
    if (known != JudgedItems.UNKNOWN) {
      return known(items, item, rates, into);
    }
    if (items.end(item) - items.begin(item) > MOST_FACTORS) {
      return byLogarithms(items, item, shares, rates, into);
    }
    System.arraycopy(shares, 0, into, 0, into.length);
    for (int judgement = items.begin(item); judgement < items.end(item); judgement++) {
      int at = place(items, judgement);
      for (int label = 0; label < into.length; label++) {
        into[label] *= rates[at + label];
      }
    }
    return Math.log(normalise(into));
  }

  private static int place(JudgedItems items, int judgement) {
    return (items.annotator(judgement) * items.labels() + items.label(judgement)) * items.labels();
  }

  private static double known(JudgedItems items, int item, double[] rates, double[] into) {
    double likelihood = 0;
    for (int judgement = items.begin(item); judgement < items.end(item); judgement++) {
      likelihood += Math.log(rates[place(items, judgement) + items.known(item)]);
    }
    certain(items.known(item), into);
    return likelihood;
  }

  private static double byLogarithms(
      JudgedItems items, int item, double[] shares, double[] rates, double[] into) {
    Arrays.setAll(into, label -> Math.log(shares[label]));
    for (int judgement = items.begin(item); judgement < items.end(item); judgement++) {
      int at = place(items, judgement);
      for (int label = 0; label < into.length; label++) {
        into[label] += Math.log(rates[at + label]);
      }
    }
    double top = into[MajorityVote.leading(into)];
    Arrays.setAll(into, label -> Math.exp(into[label] - top));
    return top + Math.log(normalise(into));
  }

  /** Makes them add up to 1; returns what they added up to. */
  private static double normalise(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    for (int label = 0; label < weights.length; label++) {
      weights[label] /= sum;
    }
    return sum;
  }

  static void certain(int label, double[] into) {
    Arrays.fill(into, 0);
    into[label] = 1;
  }

  /** Share of a label among the items whose truth is not known, 0 to 1. */
  public double share(int label) {
    return shares[label];
  }

  /** Probability, 0 to 1, that an annotator gives a label to an item of a true one. */
  public double rate(int annotator, int truth, int given) {
    return rates[(annotator * labels + given) * labels + truth];
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
