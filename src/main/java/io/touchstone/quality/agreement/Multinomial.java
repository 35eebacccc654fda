package io.touchstone.quality.agreement;

import java.util.SplittableRandom;

/**
 * Resamples items with replacement by drawing how often each combination comes up, one binomial
 * draw per combination instead of one per item.
 */
final class Multinomial {

  private static final double SMALL_MEAN = 10;
  private final long[] weights;
  private final long total;
  private final SplittableRandom random;

  /**
   * @param weights items per combination
   */
  Multinomial(long[] weights, SplittableRandom random) {
    this.weights = weights;
    this.random = random;
    long sum = 0;
    for (long weight : weights) {
      sum += weight;
    }
    total = sum;
  }

  /** Fills draws with counts that add up to the number of items. */
  void draw(long[] draws) {
    long left = total;
    long weightLeft = total;
    for (int at = 0; at < weights.length; at++) {
      draws[at] =
          weightLeft == weights[at] ? left : binomial(left, (double) weights[at] / weightLeft);
      left -= draws[at];
      weightLeft -= weights[at];
    }
  }

  /** Successes among n trials. */
  long binomial(long n, double p) {
    if (n == 0 || p <= 0) {
      return 0;
    }
    if (p > 0.5) {
      return n - binomial(n, 1 - p);
    }
    return n * p < SMALL_MEAN ? inversion(n, p) : rejection(n, p);
  }

  /** Walks up the distribution function: few steps, as the mean is small. */
  private long inversion(long n, double p) {
    double odds = p / (1 - p);
    double density = Math.exp(n * Math.log1p(-p));
    double left = random.nextDouble();
    long k = 0;
    while (left > density && k < n) {
      left -= density;
      k++;
      density *= odds * (n - k + 1) / k;
    }
    return k;
  }

  /** Transformed rejection with squeeze: algorithm BTRS of Hoermann 1993. */
  private long rejection(long n, double p) {
    double deviation = Math.sqrt(n * p * (1 - p));
    double b = 1.15 + 2.53 * deviation;
    double a = -0.0873 + 0.0248 * b + 0.01 * p;
    double c = n * p + 0.5;
    double squeeze = 0.92 - 4.2 / b;
    double alpha = (2.83 + 5.1 / b) * deviation;
    double odds = p / (1 - p);
    double mode = Math.floor((n + 1) * p);
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = random.nextDouble();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + c);
      if (us >= 0.07 && v <= squeeze) {
        return (long) k;
      }
      if (k < 0 || k > n) {
        continue;
      }
      double bound =
          (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1)))
              + (n + 1) * Math.log((n - mode + 1) / (n - k + 1))
              + (k + 0.5) * Math.log(odds * (n - k + 1) / (k + 1))
              + correction(mode)
              + correction(n - mode)
              - correction(k)
              - correction(n - k);
      if (Math.log(v * alpha / (a / (us * us) + b)) <= bound) {
        return (long) k;
      }
    }
  }

  /** What Stirling's formula for log k! leaves out, written in k + 1 (Hoermann 1993). */
  private static double correction(double k) {
    double next = k + 1;
    if (k < 10) {
      double logFactorial = 0;
      for (int i = 2; i <= k; i++) {
        logFactorial += Math.log(i);
      }
      return logFactorial - (0.5 * Math.log(2 * Math.PI) + (k + 0.5) * Math.log(next) - next);
    }
    double square = next * next;
    return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / next;
  }
}
