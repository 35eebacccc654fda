package io.touchstone.quality.acceptance;

/**
 * What a single sampling plan lets through: the probability that a lot with some share of wrong
 * items is accepted when a random sample of n items may hold at most c wrong ones, and the share
 * that still passes with a probability of 10 % (the "consumer's risk quality" of ISO 2859-1).
 *
 * <p>From a lot much larger than its sample the wrong items in the sample are binomial, which is
 * what the standard's tables assume; from a lot of known size they are hypergeometric, exactly
 * (Schilling and Neubauer, Acceptance Sampling in Quality Control, 2009, type A and type B curves).
 *
 * @param sampleSize n, at least 1
 * @param acceptanceNumber c, 0 to n - 1
 */
record LimitingQuality(int sampleSize, int acceptanceNumber) {

  /** One time in ten. */
  static final double CONSUMERS_RISK = 0.10;

  private static final int HALVINGS = 60;

  LimitingQuality {
    if (acceptanceNumber < 0 || sampleSize <= acceptanceNumber) {
      throw new IllegalArgumentException(
          "A sample of " + sampleSize + " items cannot reject with more than " + acceptanceNumber);
    }
  }

  /**
   * P(at most c wrong among n) = sum over k from 0 to c of C(n, k) p^k (1 - p)^(n - k).
   *
   * @param share of wrong items, 0 to 1
   */
  double acceptance(double share) {
    if (share <= 0) {
      return 1;
    }
    if (share >= 1) {
      return 0;
    }
    double logOdds = Math.log(share) - Math.log1p(-share);
    double logTerm = sampleSize * Math.log1p(-share);
    double sum = Math.exp(logTerm);
    for (int wrong = 1; wrong <= acceptanceNumber; wrong++) {
      logTerm += Math.log((double) (sampleSize - wrong + 1) / wrong) + logOdds;
      sum += Math.exp(logTerm);
    }
    return Math.min(1, sum);
  }

  /** The share of wrong items with which a lot is still accepted one time in ten. */
  double share() {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (acceptance(middle) > CONSUMERS_RISK) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /**
   * P(at most c wrong among n drawn without replacement) = sum over k of C(D, k) C(N - D, n - k) /
   * C(N, n).
   *
   * @param lotSize N, at least n
   * @param wrongItems D, 0 to N
   */
  double acceptance(int lotSize, int wrongItems) {
    if (lotSize < sampleSize || wrongItems < 0 || wrongItems > lotSize) {
      throw new IllegalArgumentException(
          "A sample of "
              + sampleSize
              + " from "
              + lotSize
              + " items, "
              + wrongItems
              + " of them wrong");
    }
    int sound = lotSize - wrongItems;
    int least = Math.max(0, sampleSize - sound);
    int most = Math.min(acceptanceNumber, wrongItems);
    double ways = logWays(lotSize, sampleSize);
    double sum = 0;
    for (int wrong = least; wrong <= most; wrong++) {
      sum += Math.exp(logWays(wrongItems, wrong) + logWays(sound, sampleSize - wrong) - ways);
    }
    return Math.min(1, sum);
  }

  /**
   * The fewest wrong items in a lot of this size with which it is accepted at most one time in ten.
   *
   * @param lotSize at least n
   */
  int items(int lotSize) {
    int passes = 0;
    int caught = lotSize;
    while (caught - passes > 1) {
      int middle = passes + (caught - passes) / 2;
      if (acceptance(lotSize, middle) > CONSUMERS_RISK) {
        passes = middle;
      } else {
        caught = middle;
      }
    }
    return caught;
  }

  /** Logarithm of the binomial coefficient. */
  private static double logWays(int n, int k) {
    int smaller = Math.min(k, n - k);
    double sum = 0;
    for (int i = 1; i <= smaller; i++) {
      sum += Math.log((double) (n - smaller + i) / i);
    }
    return sum;
  }
}
