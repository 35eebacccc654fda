package io.touchstone.statistics;

import java.util.Arrays;

/**
 * The test of Mann (1945) and Kendall (1975) for a trend in a series.
 *
 * @param s pairs that rise minus pairs that fall
 * @param variance of s without a trend, corrected for ties
 * @param pValue two-sided, 0 to 1; exact without ties up to {@value #EXACT_UP_TO} values, by the
 *     normal distribution with continuity correction otherwise
 */
public record MannKendall(long s, double variance, double pValue) {

  private static final int EXACT_UP_TO = 20;

  /** The test on values in the order of their time; at least two. */
  public static MannKendall of(double[] values) {
    if (values.length < 2) {
      throw new IllegalArgumentException("A trend needs at least two values.");
    }
    long s = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        s += (long) Math.signum(values[j] - values[i]);
      }
    }
    double variance = variance(values);
    boolean ties = variance < weight(values.length);
    double p =
        !ties && values.length <= EXACT_UP_TO
            ? exact(Math.abs(s), values.length)
            : normal(Math.abs(s), variance);
    return new MannKendall(s, variance, p);
  }

  private static double variance(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double variance = weight(sorted.length);
    for (int from = 0, to; from < sorted.length; from = to) {
      to = from + 1;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      variance -= weight(to - from);
    }
    return variance;
  }

  private static double weight(double t) {
    return t * (t - 1) * (2 * t + 5) / 18;
  }

  /**
   * P(|S| at least s): permutations are counted by their inversions (Mann 1945), S = pairs - 2 x
   * inversions.
   */
  private static double exact(long s, int n) {
    int pairs = n * (n - 1) / 2;
    double[] share = new double[pairs + 1];
    share[0] = 1;
    for (int size = 2; size <= n; size++) {
      double[] next = new double[pairs + 1];
      for (int inversions = 0; inversions <= pairs; inversions++) {
        for (int added = 0; added < size && added <= inversions; added++) {
          next[inversions] += share[inversions - added] / size;
        }
      }
      share = next;
    }
    double oneSided = 0;
    for (int inversions = 0; pairs - 2 * inversions >= s && inversions <= pairs; inversions++) {
      oneSided += share[inversions];
    }
    return Math.min(1, 2 * oneSided);
  }

  static double normal(long s, double variance) {
    if (s == 0 || variance <= 0) {
      return 1;
    }
    return Math.min(1, 2 * upperTail((s - 1) / Math.sqrt(variance)));
  }

  /** P(Z above z), Abramowitz and Stegun 1964, 26.2.17; error below 7.5e-8. */
  private static double upperTail(double z) {
    double t = 1 / (1 + 0.2316419 * z);
    double series =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series;
  }
}
