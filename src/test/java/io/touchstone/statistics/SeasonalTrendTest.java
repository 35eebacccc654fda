package io.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.SeasonalTrend.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeasonalTrendTest {

  /**
   * S and its variance add up over series: 10 of 5 rising values with variance 5 * 4 * 15 / 18, -6
   * of 4 falling ones with 4 * 3 * 13 / 18; z = 3 / sqrt(25.3333) = 0.5960, two-sided 0.55115 by
   * the error function.
   */
  @Test
  void series_are_compared_within_themselves_only() {
    SeasonalTrend trend =
        SeasonalTrend.of(List.of(series(1, 2, 3, 4, 5), series(104, 103, 102, 101), series(7)));

    assertThat(trend.series()).isEqualTo(2);
    assertThat(trend.values()).isEqualTo(9);
    assertThat(trend.s()).isEqualTo(4);
    assertThat(trend.variance()).isCloseTo(300.0 / 18 + 156.0 / 18, within(1e-12));
    assertThat(trend.pValue()).isCloseTo(0.55115, within(1e-5));
    assertThat(trend.slope()).as("ten slopes of 1, six of -1").isEqualTo(1);
  }

  /** Sen 1968, the example of section 6. */
  @Test
  void one_series_gives_the_published_slope() {
    SeasonalTrend trend =
        SeasonalTrend.of(
            List.of(
                new Series(
                    new double[] {1, 2, 3, 4, 10, 12, 18},
                    new double[] {9, 15, 19, 20, 45, 55, 78})));

    assertThat(trend.slope()).isCloseTo(4.0, within(1e-12));
    // Of the 21 slopes in order, ranks 10.5 -+ 1.96 / 2 * sqrt(7 * 6 * 19 / 18) and one further up:
    // 3.975 between 11/3 and 26/7, 18.025 between 35/8 and 5.
    assertThat(trend.low()).isCloseTo(3.7131, within(5e-5));
    assertThat(trend.high()).isCloseTo(4.3907, within(5e-5));
  }

  @Test
  void the_interval_holds_the_planted_slope_nineteen_times_in_twenty() {
    Random random = new Random(5);
    int held = 0;
    int rounds = 400;
    for (int round = 0; round < rounds; round++) {
      List<Series> sittings = new ArrayList<>();
      for (int sitting = 0; sitting < 3; sitting++) {
        double level = 10 * random.nextGaussian();
        double[] x = new double[20];
        double[] y = new double[20];
        for (int at = 0; at < x.length; at++) {
          x[at] = at;
          y[at] = level + 0.05 * at + random.nextGaussian();
        }
        sittings.add(new Series(x, y));
      }
      SeasonalTrend trend = SeasonalTrend.of(sittings);
      held += trend.low() <= 0.05 && 0.05 <= trend.high() ? 1 : 0;
    }

    assertThat((double) held / rounds).isBetween(0.92, 0.98);
  }

  @Test
  void one_value_is_no_trend() {
    assertThatThrownBy(() -> SeasonalTrend.of(List.of(series(1), series())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Series series(double... y) {
    double[] x = new double[y.length];
    for (int at = 0; at < x.length; at++) {
      x[at] = at;
    }
    return new Series(x, y);
  }
}
