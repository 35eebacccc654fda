package io.touchstone.statistics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * One figure in a report with its 95 % interval and what it rests on; without a value, reason says
 * why.
 *
 * @param n observations behind it
 * @param reason empty where there is a value
 */
public record Estimate(Double value, Double low, Double high, long n, String reason) {

  private static final int FEWEST_FOR_MEDIAN = 6;

  public static Estimate none(String reason) {
    return new Estimate(null, null, null, 0, reason);
  }

  /**
   * The median with the interval between order statistics (David and Nagaraja 2003, "Order
   * Statistics", 7.1, binomial by the normal distribution), whatever the distribution. Below six
   * observations no two of them hold the median with 95 %: the interval is null.
   *
   * @param values sorted in place
   */
  public static Estimate median(double[] values, String emptyReason) {
    int n = values.length;
    if (n == 0) {
      return none(emptyReason);
    }
    Arrays.sort(values);
    double middle = n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
    if (n < FEWEST_FOR_MEDIAN) {
      return new Estimate(middle, null, null, n, "");
    }
    double half = WilsonInterval.Z_95 * Math.sqrt(n) / 2;
    int low = Math.max(0, (int) Math.floor(n / 2.0 - half) - 1);
    int high = Math.min(n - 1, (int) Math.ceil(n / 2.0 + half));
    return new Estimate(middle, values[low], values[high], n, "");
  }

  /**
   * The mean of shares with Student's interval, cut at 0 and 1; below two observations the interval
   * is null.
   *
   * @param sum of the shares
   * @param squares sum of their squares
   */
  public static Estimate meanShare(double sum, double squares, long n, String emptyReason) {
    if (n == 0) {
      return none(emptyReason);
    }
    double mean = sum / n;
    if (n < 2) {
      return new Estimate(mean, null, null, n, "");
    }
    double variance = Math.max(0, squares - n * mean * mean) / (n - 1);
    double half = StudentT.quantile975(n - 1) * Math.sqrt(variance / n);
    return new Estimate(mean, Math.max(0, mean - half), Math.min(1, mean + half), n, "");
  }

  public static Estimate share(long successes, long n, String emptyReason) {
    if (n == 0) {
      return none(emptyReason);
    }
    WilsonInterval interval = WilsonInterval.of(successes, n, WilsonInterval.Z_95);
    return new Estimate((double) successes / n, interval.low(), interval.high(), n, "");
  }

  /** The same on another scale. */
  public Estimate map(DoubleUnaryOperator scale) {
    return new Estimate(on(scale, value), on(scale, low), on(scale, high), n, reason);
  }

  private static Double on(DoubleUnaryOperator scale, Double each) {
    return each == null ? null : (Double) scale.applyAsDouble(each);
  }
}
