package io.touchstone.health.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.MannKendall;
import io.touchstone.statistics.TheilSen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendTest {

  /**
   * Table A18 of Gilbert 1987, "Statistical Methods for Environmental Pollution Monitoring" (after
   * Kendall): one-sided probabilities of S or more, as printed.
   */
  @ParameterizedTest
  @CsvSource({
    "4, 2, 0.375, 0.0005",
    "4, 4, 0.167, 0.0005",
    "4, 6, 0.042, 0.0005",
    "5, 4, 0.242, 0.0005",
    "5, 8, 0.042, 0.0005",
    "5, 10, 0.0083, 0.00005",
    "8, 2, 0.452, 0.0005",
    "8, 8, 0.199, 0.0005",
    "8, 12, 0.089, 0.0005",
    "8, 16, 0.031, 0.0005",
    "8, 20, 0.0071, 0.00005",
    "8, 26, 0.00019, 0.00001",
    "8, 28, 0.000025, 0.000001"
  })
  void the_probability_of_a_trend_by_chance_is_the_published_one(
      int n, int s, double oneSided, double rounding) {
    MannKendall test = MannKendall.of(seriesWith(n, s));

    assertThat(test.s()).isEqualTo(s);
    assertThat(test.pValue() / 2).isCloseTo(oneSided, within(rounding));
  }

  /** 1 to n with so many neighbours exchanged that S comes out; each exchange takes 2 away. */
  private static double[] seriesWith(int n, int s) {
    double[] series = new double[n];
    for (int i = 0; i < n; i++) {
      series[i] = i + 1;
    }
    int exchanges = (n * (n - 1) / 2 - s) / 2;
    for (int done = 0, at = 0; done < exchanges; at = (at + 1) % (n - 1)) {
      if (series[at] < series[at + 1]) {
        double kept = series[at];
        series[at] = series[at + 1];
        series[at + 1] = kept;
        done++;
      }
    }
    return series;
  }

  /** Without ties n(n-1)(2n+5)/18; a pair of equals takes 2 x 1 x 9 / 18 away. */
  @Test
  void equal_values_make_the_variance_smaller() {
    assertThat(MannKendall.of(new double[] {1, 2, 3, 4, 5}).variance())
        .isCloseTo(50.0 / 3, within(1e-12));
    assertThat(MannKendall.of(new double[] {1, 2, 2, 3, 4}).variance())
        .isCloseTo(50.0 / 3 - 1, within(1e-12));
  }

  /** S = 9, variance 47/3, z = 8 / sqrt(47/3) = 2.0212, two-sided 0.0433 of the normal table. */
  @Test
  void with_ties_the_normal_distribution_serves() {
    assertThat(MannKendall.of(new double[] {1, 2, 2, 3, 4}).pValue())
        .isCloseTo(0.0433, within(5e-5));
  }

  @Test
  void values_that_are_all_equal_have_no_trend() {
    assertThat(MannKendall.of(new double[] {3, 3, 3, 3, 3}).pValue()).isEqualTo(1);
  }

  /** Sen 1968, the example of section 6. */
  @Test
  void the_slope_is_the_published_one() {
    assertThat(
            TheilSen.slope(
                new double[] {1, 2, 3, 4, 10, 12, 18}, new double[] {9, 15, 19, 20, 45, 55, 78}))
        .isCloseTo(4.0, within(1e-12));
  }

  @Test
  void a_falling_series_falls_by_its_share_of_the_median() {
    Trend trend = Trend.of(weeks(220, 210, 200, 190, 180, 170, 160, 150));

    assertThat(trend.pValue()).hasValueSatisfying(p -> assertThat(p).isLessThan(0.0001));
    assertThat(trend.sharePerWeek())
        .hasValueSatisfying(share -> assertThat(share).isCloseTo(-10.0 / 185, within(1e-12)));
  }

  @Test
  void a_missing_week_is_left_out_and_its_distance_kept() {
    Trend trend = Trend.of(weeks(100, 110, Double.NaN, 130, 140, 150));

    assertThat(trend.weeks()).isEqualTo(5);
    assertThat(trend.sharePerWeek())
        .hasValueSatisfying(share -> assertThat(share).isCloseTo(10.0 / 130, within(1e-12)));
  }

  @Test
  void four_weeks_are_too_few() {
    Trend trend = Trend.of(weeks(1, 2, 3, 4));

    assertThat(trend.reason()).isEqualTo("too-few-weeks");
    assertThat(trend.pValue()).isEmpty();
    assertThat(trend.sharePerWeek()).isEmpty();
  }

  @Test
  void one_value_is_refused() {
    assertThatThrownBy(() -> MannKendall.of(new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TheilSen.slope(new double[] {1}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Measure> weeks(double... values) {
    return new ArrayList<>(
        DoubleStream.of(values)
            .mapToObj(
                value ->
                    Double.isNaN(value) ? Measure.undefined("no-judgements") : Measure.bare(value))
            .toList());
  }
}
