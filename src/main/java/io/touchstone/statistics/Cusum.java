package io.touchstone.statistics;

/**
 * The running sum of evidence that somebody's accuracy is the poor one rather than the good one
 * (Page 1954, "Continuous inspection schemes", Biometrika 41, 100-115): with each answer x the log
 * likelihood ratio is added, and the sum never falls below 0,
 *
 * <p>S(n) = max(0, S(n-1) + ln(p1(x) / p0(x))).
 *
 * <p>A wrong answer adds ln((1 - poor) / (1 - good)), a right one ln(poor / good), which is below
 * 0. Unlike an interval over all answers it soon sees somebody who was good for a long time.
 *
 * @param good share of right answers that is fine, p0, above poor and below 1
 * @param poor share of right answers to be found, p1, above 0
 */
public record Cusum(double good, double poor) {

  public Cusum {
    if (!(0 < poor && poor < good && good < 1)) {
      throw new IllegalArgumentException(
          "The poor accuracy must lie below the good one, both between 0 and 1.");
    }
  }

  /**
   * @param sum before the answer, at least 0
   * @return the sum after it, at least 0
   */
  public double after(double sum, boolean correct) {
    double ratio = correct ? poor / good : (1 - poor) / (1 - good);
    return Math.max(0, sum + Math.log(ratio));
  }
}
