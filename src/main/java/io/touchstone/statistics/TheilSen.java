package io.touchstone.statistics;

import java.util.Arrays;

/**
 * The median of the slopes between all pairs of points (Theil 1950; Sen 1968, "Estimates of the
 * regression coefficient based on Kendall's tau"): one odd week does not turn it.
 */
public final class TheilSen {

  private TheilSen() {}

  /**
   * @param x strictly increasing
   * @param y as many
   * @throws IllegalArgumentException for fewer than two points
   */
  public static double slope(double[] x, double[] y) {
    int n = x.length;
    if (n < 2 || y.length != n) {
      throw new IllegalArgumentException("A slope needs at least two points.");
    }
    double[] slopes = new double[n * (n - 1) / 2];
    int pair = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[pair++] = (y[j] - y[i]) / (x[j] - x[i]);
      }
    }
    return median(slopes);
  }

  /** The middle one, or the mean of the two in the middle. */
  public static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return medianOfSorted(sorted);
  }

  static double medianOfSorted(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
