package io.touchstone.agreement.truth;

import java.util.Arrays;

/**
 * Expectation maximisation for labels of unknown truth (Dawid and Skene 1979, "Maximum likelihood
 * estimation of observer error-rates using the EM algorithm", Applied Statistics 28, equations 2.3
 * to 2.5). Everybody has an error rate per pair of true and given label, which the labels that they
 * gave and the most probable truth determine in turn, beginning with the shares of the votes (3.1).
 *
 * <p>Smoothed by pseudo-judgements, so that a zero is never certain. The order of items and
 * annotators decides the order of sums and with it the last bits of the outcome, nothing else does.
 */
public final class DawidSkene {

  /**
   * How it is fitted.
   *
   * @param diagonal pseudo-judgements that give each true label rightly, for each annotator
   * @param fullRecord judgements from which on somebody is judged by their own alone; who has fewer
   *     gets the missing ones as pseudo-judgements, with the error rates of all together
   * @param floor least probability, at least 1e-10
   * @param maxIterations at least 1
   * @param tolerance change of the mean log likelihood of an item that ends the iteration
   */
  public record Settings(
      double diagonal, int fullRecord, double floor, int maxIterations, double tolerance) {

    /**
     * What the product uses: of diagonals of 0.01 to 1 and tolerances of 1e-5 to 1e-7 the best on
     * one half of real and drawn judgements.
     */
    public static final Settings STANDARD = new Settings(1, 20, TruthModel.LEAST, 100, 1e-6);

    public Settings {
      if (!(floor >= TruthModel.LEAST)) {
        throw new IllegalArgumentException("The least probability is at least 1e-10.");
      }
    }
  }

  private final JudgedItems items;
  private final Settings settings;
  private final int labels;

  /** By annotator, given label, true label: the true ones of a judgement lie side by side. */
  private final double[] counts;

  private final double[] rates;
  private final double[] shareCounts;
  private final double[] shares;
  private final double[] pooled;
  private final int[] judgements;
  private int unknown;

  private DawidSkene(JudgedItems items, Settings settings) {
    this.items = items;
    this.settings = settings;
    this.labels = items.labels();
    this.counts = new double[Math.multiplyExact(items.annotators(), labels * labels)];
    this.rates = new double[counts.length];
    this.shareCounts = new double[labels];
    this.shares = new double[labels];
    this.pooled = new double[labels * labels];
    this.judgements = items.judgementsPerAnnotator();
  }

  /** Fits the model; without judgements every label is equally probable. */
  public static TruthModel fit(JudgedItems items, Settings settings) {
    return new DawidSkene(items, settings).fit();
  }

  private TruthModel fit() {
    begin();
    pool();
    double likelihood = Double.NEGATIVE_INFINITY;
    boolean converged = false;
    int iteration = 0;
    while (!converged && iteration < settings.maxIterations()) {
      iteration++;
      maximise();
      double next = expect();
      converged = Math.abs(next - likelihood) < settings.tolerance();
      likelihood = next;
    }
    return new TruthModel(labels, shares, rates, counts, iteration, converged, likelihood);
  }

  /** Counts what the shares of the votes, or the known truth, say. */
  private void begin() {
    double[] votes = new double[labels];
    for (int item = 0; item < items.items(); item++) {
      if (items.known(item) == JudgedItems.UNKNOWN) {
        MajorityVote.shares(items, item, votes);
      } else {
        TruthModel.certain(items.known(item), votes);
      }
      count(item, votes);
    }
  }

  private void count(int item, double[] truth) {
    for (int judgement = items.begin(item); judgement < items.end(item); judgement++) {
      int at = (items.annotator(judgement) * labels + items.label(judgement)) * labels;
      for (int label = 0; label < labels; label++) {
        counts[at + label] += truth[label];
      }
    }
    if (items.known(item) == JudgedItems.UNKNOWN) {
      unknown++;
      for (int label = 0; label < labels; label++) {
        shareCounts[label] += truth[label];
      }
    }
  }

  /**
   * What everybody together says, from the votes alone and thus the same in all iterations, by
   * given and true label; it adds up to 1.
   */
  private void pool() {
    double[] perTruth = new double[labels];
    for (int at = 0; at < counts.length; at++) {
      pooled[at % pooled.length] += counts[at];
      perTruth[at % labels] += counts[at];
    }
    double all = items.judgements();
    for (int given = 0; given < labels; given++) {
      for (int truth = 0; truth < labels; truth++) {
        double rate =
            (pooled[given * labels + truth] + (given == truth ? settings.diagonal() : 0))
                / (perTruth[truth] + settings.diagonal());
        pooled[given * labels + truth] = perTruth[truth] == 0 ? 0 : rate * perTruth[truth] / all;
      }
    }
  }

  /** Equations 2.3 and 2.4 with the pseudo-judgements; a known item says nothing about shares. */
  private void maximise() {
    for (int label = 0; label < labels; label++) {
      double share = unknown == 0 ? 1.0 / labels : shareCounts[label] / unknown;
      shares[label] = Math.max(settings.floor(), share);
    }
    double[] perTruth = new double[labels];
    for (int annotator = 0; annotator < items.annotators(); annotator++) {
      int begin = annotator * labels * labels;
      double missing = Math.max(0, settings.fullRecord() - judgements[annotator]);
      Arrays.fill(perTruth, settings.diagonal());
      for (int at = 0; at < pooled.length; at++) {
        perTruth[at % labels] += counts[begin + at] + missing * pooled[at];
      }
      for (int at = 0; at < pooled.length; at++) {
        int truth = at % labels;
        double count =
            counts[begin + at]
                + missing * pooled[at]
                + (at / labels == truth ? settings.diagonal() : 0);
        double rate = perTruth[truth] > 0 ? count / perTruth[truth] : 1.0 / labels;
        rates[begin + at] = Math.max(settings.floor(), rate);
      }
    }
  }

  /**
   * Equation 2.5, counting anew by the way.
   *
   * @return mean log likelihood of an item
   */
  private double expect() {
    Arrays.fill(counts, 0);
    Arrays.fill(shareCounts, 0);
    unknown = 0;
    double sum = 0;
    double[] truth = new double[labels];
    for (int item = 0; item < items.items(); item++) {
      sum += TruthModel.posterior(items, item, shares, rates, truth);
      count(item, truth);
    }
    return items.items() == 0 ? 0 : sum / items.items();
  }
}
