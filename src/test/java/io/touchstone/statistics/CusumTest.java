package io.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CusumTest {

  private final Cusum evidence = new Cusum(0.85, 0.70);

  /**
   * By hand: a wrong answer adds ln(0.30 / 0.15) = ln 2 = 0.693147, a right one ln(0.70 / 0.85) =
   * ln(14 / 17) = -0.194156. The sequence right, wrong, right, wrong, wrong, right, right, right,
   * right, right, right, right, right, right, right, right, wrong then goes: 0 (not below),
   * 0.693147, 0.498991, 1.192138, 1.885285, 1.691129, 1.496973, ... down by 0.194156 each until it
   * would be below 0 at the eleventh right answer in a row, then 0.693147 again.
   */
  @Test
  void a_sequence_worked_by_hand() {
    double[] byHand = {
      0, 0.693147, 0.498991, 1.192138, 1.885285, 1.691129, 1.496973, 1.302817, 1.108661, 0.914505,
      0.720349, 0.526193, 0.332037, 0.137881, 0, 0, 0.693147
    };
    String answers = "+-+--++++++++++" + "+-";

    double sum = 0;
    for (int i = 0; i < byHand.length; i++) {
      sum = evidence.after(sum, answers.charAt(i) == '+');

      assertThat(sum).as("after answer %d", i + 1).isCloseTo(byHand[i], within(1e-5));
    }
  }

  /** 8 ln 2 = 5.545 is the first multiple above 5.5. */
  @Test
  void eight_wrong_answers_in_a_row_reach_the_limit_of_the_table_and_seven_do_not() {
    double sum = 0;
    for (int i = 0; i < 7; i++) {
      sum = evidence.after(sum, false);
    }
    assertThat(sum).isCloseTo(7 * Math.log(2), within(1e-12)).isLessThan(5.5);

    assertThat(evidence.after(sum, false)).isGreaterThan(5.5);
  }

  @Test
  void a_poor_accuracy_that_is_not_below_the_good_one_is_refused() {
    assertThatThrownBy(() -> new Cusum(0.70, 0.85))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must lie below");
  }
}
