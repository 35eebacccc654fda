package io.touchstone.statistics;

/**
 * Interval for the difference of two independent proportions, from their Wilson intervals (Newcombe
 * 1998, "Interval estimation for the difference between independent proportions: comparison of
 * eleven methods", method 10). It stays within -1 to 1 and holds with few observations.
 *
 * @param low at least -1
 * @param high at most 1
 */
public record NewcombeInterval(double low, double high) {

  /**
   * For the first proportion less the second.
   *
   * @param successes1 0 to n1
   * @param n1 at least 1
   * @param successes2 0 to n2
   * @param n2 at least 1
   * @param z quantile of the standard normal distribution, above 0
   */
  public static NewcombeInterval of(long successes1, long n1, long successes2, long n2, double z) {
    WilsonInterval first = WilsonInterval.of(successes1, n1, z);
    WilsonInterval second = WilsonInterval.of(successes2, n2, z);
    double p1 = (double) successes1 / n1;
    double p2 = (double) successes2 / n2;
    double difference = p1 - p2;
    return new NewcombeInterval(
        difference - Math.hypot(p1 - first.low(), second.high() - p2),
        difference + Math.hypot(first.high() - p1, p2 - second.low()));
  }
}
