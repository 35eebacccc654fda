package io.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.quality.gold.GoldScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {

  /**
   * Newcombe 1998, "Two-sided confidence intervals for the single proportion: comparison of seven
   * methods", table I, method 3 (Wilson's score method).
   */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void intervals_are_those_of_newcombe_1998(long successes, long n, double low, double high) {
    WilsonInterval interval = WilsonInterval.of(successes, n, WilsonInterval.Z_95);

    assertThat(interval.low()).isCloseTo(low, within(0.00005));
    assertThat(interval.high()).isCloseTo(high, within(0.00005));
  }

  @Test
  void a_perfect_score_ends_at_one() {
    assertThat(WilsonInterval.of(7, 7, WilsonInterval.Z_95).high()).isEqualTo(1);
  }

  @Test
  void nothing_observed_is_no_proportion() {
    assertThatThrownBy(() -> WilsonInterval.of(0, 0, WilsonInterval.Z_95))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(GoldScore.NONE.accuracy()).isEmpty();
    assertThat(GoldScore.NONE.interval()).isEmpty();
  }
}
