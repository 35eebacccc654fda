package io.touchstone.statistics;

import java.util.function.DoublePredicate;

/**
 * One-sided 95 % confidence limits of a share of which so many of so many trials were counted: the
 * exact limits of Clopper and Pearson (The Use of Confidence or Fiducial Limits Illustrated in the
 * Case of the Binomial, Biometrika 26, 1934).
 */
public final class Binomial {

  private static final double ERROR = 0.05;
  private static final int HALVINGS = 60;

  private Binomial() {}

  /**
   * The share beyond which so few successes come up in less than 5 % of such trials, 0 to 1.
   *
   * @param trials none: everything is possible, 1
   */
  public static double upperLimit(int trials, int successes) {
    if (successes >= trials) {
      return 1;
    }
    return turningPoint(share -> atMost(trials, successes, share) > ERROR);
  }

  /** The share below which so many successes come up in less than 5 % of such trials, 0 to 1. */
  public static double lowerLimit(int trials, int successes) {
    return 1 - upperLimit(trials, trials - successes);
  }

  /** Where what is true of small shares stops being true. */
  private static double turningPoint(DoublePredicate holds) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (holds.test(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** P(X <= successes); summed from the largest term down, so that none vanishes too early. */
  private static double atMost(int trials, int successes, double share) {
    double odds = Math.log(share) - Math.log1p(-share);
    double term = trials * Math.log1p(-share);
    double[] terms = new double[successes + 1];
    double largest = term;
    for (int i = 0; i <= successes; i++) {
      terms[i] = term;
      largest = Math.max(largest, term);
      term += Math.log((double) (trials - i) / (i + 1)) + odds;
    }
    double sum = 0;
    for (double each : terms) {
      sum += Math.exp(each - largest);
    }
    return Math.exp(largest) * sum;
  }
}
