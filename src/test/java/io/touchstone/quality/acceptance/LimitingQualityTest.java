package io.touchstone.quality.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitingQualityTest {

  /**
   * The binomial consumer's risk quality of letter K for AQL 1.0, 2.5 and 4.0, rounded to a tenth.
   * Poisson's approximation gives 5.3, 9.4 and 12.3.
   */
  @ParameterizedTest
  @CsvSource({"3, 5.3", "7, 9.2", "10, 12.1"})
  void one_in_ten_of_letter_k_is_binomial(int acceptanceNumber, double percent) {
    LimitingQuality limit = new LimitingQuality(125, acceptanceNumber);

    assertThat(100 * limit.share()).isCloseTo(percent, within(0.05));
  }

  /**
   * scipy 1.17.1: brentq(lambda p: binom.cdf(c, n, p) - 0.1) and binom.cdf(c, n, aql), for plans of
   * AQL 1.0, 2.5 and 4.0.
   */
  @ParameterizedTest
  @CsvSource({
    "5, 0, 36.9043, 2.5, 0.8811",
    "13, 0, 16.2322, 1.0, 0.8775",
    "20, 1, 18.0961, 2.5, 0.9118",
    "32, 2, 15.7875, 2.5, 0.9548",
    "50, 1, 7.5581, 1.0, 0.9106",
    "50, 3, 12.8756, 2.5, 0.9638",
    "50, 5, 17.7618, 4.0, 0.9856",
    "80, 5, 11.2850, 2.5, 0.9848",
    "200, 10, 7.5990, 2.5, 0.9874",
    "315, 21, 8.8446, 4.0, 0.9912",
    "500, 21, 5.5962, 2.5, 0.9914"
  })
  void share_and_chance_at_the_limit_are_those_of_a_statistics_library(
      int sampleSize, int acceptanceNumber, double percent, double aql, double acceptance) {
    LimitingQuality limit = new LimitingQuality(sampleSize, acceptanceNumber);

    assertThat(100 * limit.share()).isCloseTo(percent, within(0.00005));
    assertThat(limit.acceptance(aql / 100)).isCloseTo(acceptance, within(0.00005));
  }

  /**
   * samplingplans.com, "n=68, C=2": accepted 95 times in 100 at 1.213 %, 5 times at 8.9704 %; CRAN
   * package Planesmuestra, f_DR.CO(2, 125, 0.1): 0.000210835.
   */
  @ParameterizedTest
  @CsvSource({"68, 0.01213, 0.95, 0.00005", "68, 0.089704, 0.05, 0.00005"})
  void a_published_plan_has_its_published_points(
      int sampleSize, double share, double acceptance, double rounding) {
    assertThat(new LimitingQuality(sampleSize, 2).acceptance(share))
        .isCloseTo(acceptance, within(rounding));
    assertThat(new LimitingQuality(125, 2).acceptance(0.1))
        .isCloseTo(0.000210835, within(0.0000000005));
  }

  /** Without any allowed error (1 - p)^n = 0.1, so that p = 1 - 0.1^(1 / n). */
  @ParameterizedTest
  @CsvSource({"1", "5", "13", "1250"})
  void a_plan_that_allows_no_error_has_a_closed_form(int sampleSize) {
    double share = new LimitingQuality(sampleSize, 0).share();

    assertThat(share).isCloseTo(1 - Math.pow(0.1, 1.0 / sampleSize), within(1e-12));
  }

  @Test
  void from_a_lot_of_known_size_the_chance_is_that_of_counting_all_samples() {
    LimitingQuality limit = new LimitingQuality(12, 2);
    int lot = 30;

    for (int wrong = 0; wrong <= lot; wrong++) {
      assertThat(limit.acceptance(lot, wrong))
          .as("%d wrong", wrong)
          .isCloseTo(counted(lot, wrong, 12, 2), within(1e-12));
    }
  }

  /** Samples with at most c wrong items, divided by all samples, in whole numbers. */
  private static double counted(int lot, int wrong, int sampleSize, int acceptanceNumber) {
    BigInteger accepted = BigInteger.ZERO;
    for (int found = 0; found <= acceptanceNumber; found++) {
      accepted = accepted.add(ways(wrong, found).multiply(ways(lot - wrong, sampleSize - found)));
    }
    return new BigDecimal(accepted)
        .divide(new BigDecimal(ways(lot, sampleSize)), MathContext.DECIMAL64)
        .doubleValue();
  }

  private static BigInteger ways(int n, int k) {
    if (k < 0 || k > n) {
      return BigInteger.ZERO;
    }
    BigInteger ways = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      ways = ways.multiply(BigInteger.valueOf(n - k + (long) i)).divide(BigInteger.valueOf(i));
    }
    return ways;
  }

  /** scipy 1.17.1: the fewest D with hypergeom.cdf(c, N, D, n) at most 0.1. */
  @ParameterizedTest
  @CsvSource({
    "300, 50, 3, 37",
    "160, 32, 2, 24",
    "48, 5, 0, 17",
    "6, 5, 0, 2",
    "1000, 80, 5, 111",
    "13, 13, 0, 1",
    "3, 3, 0, 1"
  })
  void the_fewest_wrong_items_that_are_caught_nine_times_in_ten(
      int lot, int sampleSize, int acceptanceNumber, int items) {
    assertThat(new LimitingQuality(sampleSize, acceptanceNumber).items(lot)).isEqualTo(items);
  }

  @Test
  void a_lot_without_wrong_items_always_passes_and_one_of_nothing_else_never() {
    LimitingQuality limit = new LimitingQuality(50, 3);

    assertThat(limit.acceptance(0)).isEqualTo(1);
    assertThat(limit.acceptance(1)).isZero();
    assertThat(limit.acceptance(300, 0)).isCloseTo(1, within(1e-12));
    assertThat(limit.acceptance(300, 300)).isZero();
  }

  @Test
  void a_sample_no_larger_than_what_may_be_wrong_in_it_decides_nothing() {
    assertThatThrownBy(() -> new LimitingQuality(3, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LimitingQuality(5, 0).acceptance(4, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
