package io.touchstone.agreement;

import java.util.Arrays;

/**
 * How an interval is made by resampling items: percentile bootstrap (Efron 1979). The same seed on
 * the same judgements gives the same interval.
 *
 * @param rounds 100 to 100,000
 */
public record Bootstrap(int rounds, long seed) {

  public static final int DEFAULT_ROUNDS = 1_000;

  public Bootstrap {
    if (rounds < 100 || rounds > 100_000) {
      throw new IllegalArgumentException(
          "Bootstrap rounds must be between 100 and 100,000: fewer leave the ends of the interval"
              + " to chance.");
    }
  }

  public static Bootstrap seeded(long seed) {
    return new Bootstrap(DEFAULT_ROUNDS, seed);
  }

  /** Quantile of sorted values, linear between neighbours (type 7 of Hyndman and Fan 1996). */
  static double quantile(double[] sorted, double probability) {
    double position = probability * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  static double[] sorted(double[] values, int used) {
    double[] copy = Arrays.copyOf(values, used);
    Arrays.sort(copy);
    return copy;
  }
}
