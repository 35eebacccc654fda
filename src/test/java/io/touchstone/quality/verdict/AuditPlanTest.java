package io.touchstone.quality.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditPlanTest {

  @ParameterizedTest(name = "of {0}, {1} drawn before, at least {2}: {3}")
  @CsvSource({
    "19, 0, 0, 0",
    "20, 0, 0, 1",
    "400, 0, 0, 20",
    "400, 0, 50, 50",
    "40, 0, 50, 40",
    "40, 30, 50, 20",
    "40, 60, 50, 2",
    "0, 0, 50, 0"
  })
  void a_twentieth_is_drawn_and_as_many_as_are_asked_for_if_there_are_so_many(
      int accepted, long drawn, long least, int wanted) {
    AuditPlan plan = new AuditPlan(0.05, least, 0.25, "rule");

    assertThat(plan.wanted(accepted, drawn)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "3, 0", "4, 1", "11, 2"})
  void a_quarter_of_the_disputed_items_covers_the_sampled_ones(int disputed, int covering) {
    assertThat(new AuditPlan(0.05, 0, 0.25, "rule").covering(disputed)).isEqualTo(covering);
  }
}
