package io.touchstone.health.metric;

import io.touchstone.statistics.MannKendall;
import io.touchstone.statistics.TheilSen;
import java.util.List;
import java.util.Optional;

/**
 * Whether a number rises or falls from week to week, without assuming how it is distributed.
 *
 * @param pValue of the two-sided test of Mann and Kendall against "no trend", 0 to 1
 * @param sharePerWeek median change per week (Theil and Sen) as a share of the median value
 * @param weeks with a value
 * @param reason why there is no trend; empty text where there is one
 */
record Trend(Optional<Double> pValue, Optional<Double> sharePerWeek, int weeks, String reason) {

  /** With fewer, no outcome could be told from chance: at best p = 0.083 with four. */
  private static final int FEWEST_WEEKS = 5;

  /**
   * Of weekly values, the oldest first; weeks without a value are left out, their distance is kept.
   */
  static Trend of(List<Measure> weeks) {
    double[] at = new double[weeks.size()];
    double[] values = new double[weeks.size()];
    int known = 0;
    for (int week = 0; week < weeks.size(); week++) {
      if (weeks.get(week).value().isPresent()) {
        at[known] = week;
        values[known++] = weeks.get(week).value().get();
      }
    }
    if (known < FEWEST_WEEKS) {
      return new Trend(Optional.empty(), Optional.empty(), known, "too-few-weeks");
    }
    double[] x = java.util.Arrays.copyOf(at, known);
    double[] y = java.util.Arrays.copyOf(values, known);
    return new Trend(
        Optional.of(MannKendall.of(y).pValue()),
        Optional.of(TheilSen.slope(x, y) / TheilSen.median(y)),
        known,
        "");
  }
}
