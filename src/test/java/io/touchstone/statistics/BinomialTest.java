package io.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTest {

  /** Sample sizes by Clopper and Pearson that show p per 1,000, one-sided at 95 %, and one less. */
  @ParameterizedTest
  @CsvSource({
    "0.0005, 0, 5990", "0.0005, 1, 9486", "0.0005, 2, 12590", "0.0005, 3, 15505",
    "0.001, 0, 2995", "0.001, 1, 4742", "0.001, 2, 6294", "0.001, 3, 7752",
    "0.002, 0, 1497", "0.002, 1, 2371", "0.002, 2, 3146", "0.002, 3, 3875",
    "0.005, 0, 598", "0.005, 1, 947", "0.005, 2, 1258", "0.005, 3, 1549",
    "0.01, 0, 299", "0.01, 1, 473", "0.01, 2, 628", "0.01, 3, 773"
  })
  void the_published_sample_sizes_are_just_large_enough(double limit, int misses, int sample) {
    assertThat(Binomial.upperLimit(sample, misses)).isLessThanOrEqualTo(limit);
    assertThat(Binomial.upperLimit(sample - 1, misses)).isGreaterThan(limit);
  }

  /** Closed forms: 0.05^(1/n) if all were seen, 1 - 0.05^(1/n) if none. */
  @Test
  void at_the_ends_the_limits_have_a_closed_form() {
    assertThat(Binomial.lowerLimit(20, 20)).isCloseTo(Math.pow(0.05, 1 / 20.0), within(1e-12));
    assertThat(Binomial.lowerLimit(3, 3)).isCloseTo(0.3684, within(1e-4));
    assertThat(Binomial.upperLimit(59, 0)).isCloseTo(1 - Math.pow(0.05, 1 / 59.0), within(1e-12));
  }

  /** Recall lower limits with 0, 1 and 5 misses of 500, 1,000 and 3,000 identifiers. */
  @ParameterizedTest
  @CsvSource({
    "500, 0, 0.994", "500, 1, 0.991", "500, 5, 0.979",
    "1000, 0, 0.997", "1000, 1, 0.995", "1000, 5, 0.990",
    "3000, 0, 0.999", "3000, 1, 0.998", "3000, 5, 0.997"
  })
  void lower_limits_are_those_of_the_published_table(int trials, int misses, double limit) {
    assertThat(Binomial.lowerLimit(trials, trials - misses)).isCloseTo(limit, within(6e-4));
  }

  @Test
  void nothing_tried_excludes_nothing() {
    assertThat(Binomial.upperLimit(0, 0)).isEqualTo(1);
    assertThat(Binomial.lowerLimit(0, 0)).isZero();
    assertThat(Binomial.lowerLimit(5, 0)).isZero();
  }

  @Test
  void a_million_trials_leave_no_rounding_behind() {
    assertThat(Binomial.upperLimit(1_000_000, 0)).isCloseTo(2.9957e-6, within(1e-9));
    assertThat(Binomial.upperLimit(1_000_000, 500_000)).isCloseTo(0.5008225, within(1e-5));
  }
}
