package io.touchstone.statistics;

/**
 * Interval for a proportion (Wilson 1927, "Probable inference, the law of succession, and
 * statistical inference"). It keeps its promise with few observations and at 0 and 1, where the
 * textbook interval does not.
 *
 * @param low at least 0
 * @param high at most 1
 */
public record WilsonInterval(double low, double high) {

  /** 97.5 % quantile of the standard normal distribution, for a 95 % interval. */
  public static final double Z_95 = 1.959963984540054;

  /**
   * @param successes 0 to n
   * @param n at least 1
   * @param z quantile of the standard normal distribution, above 0
   */
  public static WilsonInterval of(long successes, long n, double z) {
    if (n < 1 || successes < 0 || successes > n || !(z > 0)) {
      throw new IllegalArgumentException(
          "A proportion needs at least one observation and no more successes than observations.");
    }
    return of((double) successes, (double) n, z);
  }

  /**
   * As {@link #of(long, long, double)}, for expected numbers of observations.
   *
   * @param successes 0 to n
   * @param n above 0
   */
  public static WilsonInterval of(double successes, double n, double z) {
    double p = successes / n;
    double z2 = z * z;
    double centre = p + z2 / (2 * n);
    double half = z * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
    double scale = 1 + z2 / n;
    return new WilsonInterval(
        successes == 0 ? 0 : (centre - half) / scale, successes == n ? 1 : (centre + half) / scale);
  }
}
