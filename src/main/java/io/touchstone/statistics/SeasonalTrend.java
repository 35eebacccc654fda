package io.touchstone.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * A common trend within several series that are not to be compared with each other, as the sittings
 * of one person: the seasonal test of Mann and Kendall (Hirsch, Slack and Smith 1982, "Techniques
 * of trend analysis for monthly water quality data", Water Resources Research 18) with their slope,
 * the median of all slopes within a series, and its interval (Gilbert 1987, 17.4).
 *
 * @param series of two or more values
 * @param values in them
 * @param s pairs that rise less pairs that fall, over all series
 * @param variance of s without a trend, corrected for ties
 * @param pValue two-sided, 0 to 1, by the normal distribution with continuity correction
 * @param slope change of y per unit of x
 * @param low lower end of its 95 % interval
 * @param high upper end
 */
public record SeasonalTrend(
    int series,
    long values,
    long s,
    double variance,
    double pValue,
    double slope,
    double low,
    double high) {

  private static final double Z_95 = 1.959963984540054;

  /**
   * One series.
   *
   * @param x strictly increasing
   * @param y as many
   */
  public record Series(double[] x, double[] y) {

    private int pairs() {
      return y.length * (y.length - 1) / 2;
    }
  }

  /**
   * @throws IllegalArgumentException if no series has two values
   */
  public static SeasonalTrend of(List<Series> all) {
    List<Series> usable = all.stream().filter(series -> series.y().length > 1).toList();
    if (usable.isEmpty()) {
      throw new IllegalArgumentException("A trend needs a series of at least two values.");
    }
    long s = 0;
    double variance = 0;
    long values = 0;
    double[] slopes = new double[usable.stream().mapToInt(Series::pairs).sum()];
    int at = 0;
    for (Series series : usable) {
      MannKendall test = MannKendall.of(series.y());
      s += test.s();
      variance += test.variance();
      values += series.y().length;
      at = slopes(series, slopes, at);
    }
    Arrays.sort(slopes);
    double half = Z_95 * Math.sqrt(variance) / 2;
    return new SeasonalTrend(
        usable.size(),
        values,
        s,
        variance,
        MannKendall.normal(Math.abs(s), variance),
        TheilSen.medianOfSorted(slopes),
        atRank(slopes, slopes.length / 2.0 - half),
        atRank(slopes, slopes.length / 2.0 + half + 1));
  }

  private static int slopes(Series series, double[] into, int from) {
    int at = from;
    for (int i = 0; i < series.y().length; i++) {
      for (int j = i + 1; j < series.y().length; j++) {
        into[at++] = (series.y()[j] - series.y()[i]) / (series.x()[j] - series.x()[i]);
      }
    }
    return at;
  }

  /** The value at a rank from 1 on, interpolated between whole ranks, cut at the ends. */
  private static double atRank(double[] sorted, double rank) {
    double position = Math.max(0, Math.min(sorted.length - 1.0, rank - 1));
    int below = (int) position;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
