package io.touchstone.statistics;

/** Quantile of Student's t distribution, for 95 % intervals. */
public final class StudentT {

  /** 97.5 % quantile of the standard normal distribution. */
  public static final double Z = 1.959963984540054;

  /** From here on the series is exact to the last digits of a double. */
  private static final long SERIES_FROM = 1_000;

  private StudentT() {}

  /**
   * The t with P(|T| &lt;= t) = 0.95.
   *
   * @param degreesOfFreedom at least 1
   */
  public static double quantile975(long degreesOfFreedom) {
    if (degreesOfFreedom >= SERIES_FROM) {
      return cornishFisher(degreesOfFreedom);
    }
    double low = Z;
    double high = 13;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      if (within(middle, (int) degreesOfFreedom) < 0.95) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** P(|T| &lt;= t), the finite sums of Abramowitz and Stegun 1964, 26.7.3 and 26.7.4. */
  private static double within(double t, int df) {
    double theta = Math.atan(t / Math.sqrt(df));
    double cos = Math.cos(theta);
    boolean odd = df % 2 == 1;
    double term = odd ? cos : 1;
    double sum = df == 1 ? 0 : term;
    for (int k = odd ? 3 : 2; k <= df - 2; k += 2) {
      term *= cos * cos * (k - 1) / k;
      sum += term;
    }
    return odd ? 2 / Math.PI * (theta + Math.sin(theta) * sum) : Math.sin(theta) * sum;
  }

  /** Abramowitz and Stegun 1964, 26.7.5. */
  private static double cornishFisher(double df) {
    double z2 = Z * Z;
    double first = Z * (z2 + 1) / 4;
    double second = Z * ((5 * z2 + 16) * z2 + 3) / 96;
    double third = Z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    return Z + (first + (second + third / df) / df) / df;
  }
}
