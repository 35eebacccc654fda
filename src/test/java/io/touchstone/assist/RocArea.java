package io.touchstone.assist;

import java.util.Arrays;

/**
 * Area under the ROC curve and its interval, computed anew for tests from DeLong, DeLong and
 * Clarke-Pearson (1988), "Comparing the areas under two or more correlated receiver operating
 * characteristic curves", Biometrics 44, 837-845: the mean over pairs of 1 where the positive one
 * scores higher, 1/2 at a tie, 0 else; its variance is that of each positive's mean over the number
 * of positives, plus the same of the negatives.
 */
record RocArea(double area, double standardError) {

  static RocArea of(double[] positives, double[] negatives) {
    double[] up = placements(positives, negatives);
    double[] down = placements(negatives, positives);
    double area = Arrays.stream(up).average().orElseThrow();
    return new RocArea(area, Math.sqrt(variance(up) / up.length + variance(down) / down.length));
  }

  /** For each of the ones the share of the others below it, ties half. */
  private static double[] placements(double[] ones, double[] others) {
    double[] sorted = others.clone();
    Arrays.sort(sorted);
    return Arrays.stream(ones)
        .map(one -> (below(sorted, one, false) + below(sorted, one, true)) / 2.0 / sorted.length)
        .toArray();
  }

  private static int below(double[] sorted, double value, boolean orEqual) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) / 2;
      if (sorted[middle] < value || orEqual && sorted[middle] == value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum()
        / (values.length - 1);
  }

  /** Whether nothing was told apart: one half lies within so many standard errors. */
  boolean holdsHalf(double z) {
    return Math.abs(area - 0.5) <= z * standardError;
  }
}
