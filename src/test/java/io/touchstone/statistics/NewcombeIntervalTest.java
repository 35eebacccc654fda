package io.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewcombeIntervalTest {

  /** Newcombe 1998, table II, method 10: the eight examples. */
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80,  0.0524, 0.3339",
    " 9, 10,  3, 10,  0.1705, 0.8090",
    " 6,  7,  2,  7,  0.0582, 0.8062",
    " 5, 56,  0, 29, -0.0381, 0.1926",
    " 0, 10,  0, 20, -0.1611, 0.2775",
    " 0, 10,  0, 10, -0.2775, 0.2775",
    "10, 10,  0, 20,  0.6791, 1.0000",
    "10, 10,  0, 10,  0.6075, 1.0000"
  })
  void the_published_examples_come_out(
      long successes1, long n1, long successes2, long n2, double low, double high) {
    NewcombeInterval interval =
        NewcombeInterval.of(successes1, n1, successes2, n2, WilsonInterval.Z_95);

    assertThat(interval.low()).isCloseTo(low, within(0.00005));
    assertThat(interval.high()).isCloseTo(high, within(0.00005));
  }

  @Test
  void the_groups_exchanged_give_the_mirror_image() {
    NewcombeInterval one = NewcombeInterval.of(56, 70, 48, 80, WilsonInterval.Z_95);
    NewcombeInterval other = NewcombeInterval.of(48, 80, 56, 70, WilsonInterval.Z_95);

    assertThat(other.low()).isCloseTo(-one.high(), within(1e-15));
    assertThat(other.high()).isCloseTo(-one.low(), within(1e-15));
  }

  @Test
  void without_observations_there_is_no_interval() {
    assertThatThrownBy(() -> NewcombeInterval.of(0, 0, 1, 2, WilsonInterval.Z_95))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
