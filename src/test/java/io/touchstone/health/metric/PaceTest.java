package io.touchstone.health.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.health.metric.Pace.PersonDay;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

  /**
   * By hand: 90 judgements in 13/6 hours are 540/13 an hour. The days' residuals are 120/13,
   * -100/13 and -20/13, their squares sum to 24800/169; times 3/2, its root over 13/6 is 6.8476;
   * Student's t with two degrees of freedom is 4.302653.
   */
  @Test
  void the_interval_comes_from_how_the_days_of_people_differ() {
    Measure pace =
        Pace.of(
            List.of(new PersonDay(30, 1_800), new PersonDay(20, 2_400), new PersonDay(40, 3_600)));

    double root = Math.sqrt(24_800.0 / 169 * 3 / 2) / (13.0 / 6);
    assertThat(root).isCloseTo(6.8476, within(5e-5));
    assertThat(pace.value().orElseThrow()).isCloseTo(540.0 / 13, within(1e-9));
    assertThat(pace.low().orElseThrow()).isCloseTo(540.0 / 13 - 4.302653 * root, within(1e-5));
    assertThat(pace.high().orElseThrow()).isCloseTo(540.0 / 13 + 4.302653 * root, within(1e-5));
  }

  @Test
  void one_day_of_one_person_has_a_number_and_no_interval() {
    Measure pace = Pace.of(List.of(new PersonDay(30, 1_800)));

    assertThat(pace.value()).contains(60.0);
    assertThat(pace.low()).isEmpty();
    assertThat(pace.high()).isEmpty();
  }

  @Test
  void nothing_judged_and_no_active_time_are_said_and_never_zero() {
    assertThat(Pace.of(List.of())).isEqualTo(Measure.undefined("no-judgements"));
    assertThat(Pace.of(List.of(new PersonDay(5, 0))))
        .isEqualTo(Measure.undefined("no-active-time"));
  }
}
