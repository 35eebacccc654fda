package io.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeakBoundTest {

  private static final int HUGE = 100_000_000;

  /**
   * Attribute sampling tables of auditors, 95 % confidence: Guy, Carmichael, Whittington (2002).
   */
  @ParameterizedTest
  @CsvSource({
    "0.05, 0, 59",
    "0.05, 1, 93",
    "0.05, 2, 124",
    "0.05, 3, 153",
    "0.05, 4, 181",
    "0.01, 0, 299",
    "0.01, 1, 473",
    "0.01, 2, 628",
    "0.01, 3, 773",
    "0.1, 0, 29",
    "0.1, 1, 46",
    "0.1, 2, 61",
    "0.1, 3, 76",
    "0.005, 0, 598",
    "0.001, 0, 2995"
  })
  void a_huge_batch_needs_the_published_sample(double limit, int misses, int sample) {
    assertThat(LeakBound.sampleSize(HUGE, limit, misses)).hasValue(sample);
  }

  @ParameterizedTest
  @CsvSource({"59", "60", "100", "299"})
  void without_a_miss_a_huge_batch_has_the_limit_of_clopper_and_pearson(int sample) {
    double published = 1 - Math.pow(0.05, 1.0 / sample);

    assertThat(LeakBound.upperShare(HUGE, sample, 0)).isCloseTo(published, within(1e-6));
  }

  /** With D leaking of N and n drawn, every one of the C(N, n) samples is counted one by one. */
  @Test
  void a_small_batch_has_the_bound_that_counting_every_sample_gives() {
    for (int population = 1; population <= 11; population++) {
      for (int sample = 0; sample <= population; sample++) {
        for (int misses = 0; misses <= sample; misses++) {
          assertThat(LeakBound.upper(population, sample, misses))
              .as("N=%d n=%d x=%d", population, sample, misses)
              .isEqualTo(counted(population, sample, misses));
        }
      }
    }
  }

  private static int counted(int population, int sample, int misses) {
    int upper = -1;
    for (int leaking = misses; leaking <= population - sample + misses; leaking++) {
      int few = 0;
      int all = 0;
      for (int drawn = 0; drawn < 1 << population; drawn++) {
        if (Integer.bitCount(drawn) == sample) {
          all++;
          int found = Integer.bitCount(drawn & ((1 << leaking) - 1));
          few += found <= misses ? 1 : 0;
        }
      }
      if (few * 20 > all) {
        upper = leaking;
      }
    }
    return upper;
  }

  /** C(284, n) * 20 <= C(300, n) first holds for this n: 16 leaking of 300 are one too many. */
  @Test
  void three_hundred_items_need_the_smallest_sample_that_sixteen_leaking_ones_would_not_pass() {
    int sample = LeakBound.sampleSize(300, 0.05, 0).orElseThrow();

    assertThat(passesOneInTwenty(284, 300, sample)).isTrue();
    assertThat(passesOneInTwenty(284, 300, sample - 1)).isFalse();
  }

  private static boolean passesOneInTwenty(int sound, int population, int sample) {
    BigInteger few = BigInteger.ONE;
    BigInteger all = BigInteger.ONE;
    for (int i = 0; i < sample; i++) {
      few = few.multiply(BigInteger.valueOf(sound - i));
      all = all.multiply(BigInteger.valueOf(population - i));
    }
    return few.multiply(BigInteger.valueOf(20)).compareTo(all) <= 0;
  }

  @Test
  void a_batch_so_small_that_every_item_counts_is_looked_at_as_a_whole() {
    assertThat(LeakBound.sampleSize(10, 0.05, 0)).hasValue(10);
    assertThat(LeakBound.sampleSize(10, 0.1, 1)).hasValue(10);
    assertThat(LeakBound.sampleSize(0, 0.05, 0)).hasValue(0);
  }

  @Test
  void a_whole_batch_leaks_exactly_what_was_counted() {
    assertThat(LeakBound.upperShare(40, 40, 0)).isZero();
    assertThat(LeakBound.upperShare(40, 40, 3)).isEqualTo(0.075);
  }

  @Test
  void no_sample_helps_once_more_was_missed_than_the_batch_may_have() {
    assertThat(LeakBound.sampleSize(40, 0.05, 2)).isPresent();
    assertThat(LeakBound.sampleSize(40, 0.05, 3)).isEmpty();
  }

  @Test
  void a_limit_that_binary_fractions_cannot_hold_is_taken_by_its_decimals() {
    assertThat(LeakBound.sampleSize(100, 0.29, 29)).as("0.29 * 100 < 29 in doubles").hasValue(100);
  }

  @Test
  void the_bound_never_grows_with_the_sample_nor_shrinks_with_the_misses() {
    for (int sample = 1; sample <= 60; sample++) {
      assertThat(LeakBound.upper(60, sample, 0))
          .isLessThanOrEqualTo(LeakBound.upper(60, sample - 1, 0));
      assertThat(LeakBound.upper(60, sample, 1))
          .isGreaterThanOrEqualTo(LeakBound.upper(60, sample, 0));
    }
  }

  @Test
  void before_anything_was_looked_at_everything_may_leak() {
    assertThat(LeakBound.upperShare(300, 0, 0)).isEqualTo(1);
    assertThat(LeakBound.upperShare(0, 0, 0)).isZero();
  }

  @Test
  void more_misses_than_looks_are_a_mistake_of_the_caller() {
    assertThatThrownBy(() -> LeakBound.upper(10, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 misses in 2 of 10 items");
  }
}
