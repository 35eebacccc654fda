package io.touchstone.quality.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.quality.round.TablesOnDisk;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceTablesTest {

  private final AcceptanceTables tables = new AcceptanceTables(new TablesOnDisk());

  /**
   * ISO 2859-1 tables 1 and 2-A, also MIL-STD-105E tables I and II-A as reprinted by the National
   * Institute of Building Sciences (rejection numbers, letters A to Q): first and last lot of each
   * letter, then sample and acceptance number for AQL 1.0, 2.5 and 4.0 after following the arrows.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 8, 13, 0, 5, 0, 3, 0",
    "9, 15, 13, 0, 5, 0, 3, 0",
    "16, 25, 13, 0, 5, 0, 3, 0",
    "26, 50, 13, 0, 5, 0, 13, 1",
    "51, 90, 13, 0, 20, 1, 13, 1",
    "91, 150, 13, 0, 20, 1, 20, 2",
    "151, 280, 50, 1, 32, 2, 32, 3",
    "281, 500, 50, 1, 50, 3, 50, 5",
    "501, 1200, 80, 2, 80, 5, 80, 7",
    "1201, 3200, 125, 3, 125, 7, 125, 10",
    "3201, 10000, 200, 5, 200, 10, 200, 14",
    "10001, 35000, 315, 7, 315, 14, 315, 21",
    "35001, 150000, 500, 10, 500, 21, 315, 21",
    "150001, 500000, 800, 14, 500, 21, 315, 21",
    "500001, 2000000, 1250, 21, 500, 21, 315, 21"
  })
  void samples_and_limits_are_those_of_the_standard(
      int first, int last, int n10, int ac10, int n25, int ac25, int n40, int ac40) {
    for (int lot : new int[] {first, last}) {
      expect(lot, 1.0, n10, ac10);
      expect(lot, 2.5, n25, ac25);
      expect(lot, 4.0, n40, ac40);
    }
  }

  private void expect(int lot, double aql, int sampleSize, int acceptanceNumber) {
    AcceptancePlan plan = tables.plan(lot, aql);

    assertThat(plan.sampleSize())
        .as("lot %d, AQL %s", lot, aql)
        .isEqualTo(Math.min(sampleSize, lot));
    assertThat(plan.acceptanceNumber()).isEqualTo(acceptanceNumber);
    assertThat(plan.rejectionNumber()).isEqualTo(acceptanceNumber + 1);
    assertThat(plan.because()).contains(lot + " items", "AQL " + aql).endsWith(".");
  }

  @Test
  void without_a_lot_or_a_limit_of_the_standard_there_is_no_plan() {
    assertThat(tables.plan(0, 2.5).rule()).isEqualTo("nothing-to-sample");
    assertThat(tables.plan(1, 2.5).sampleSize()).isEqualTo(1);
    assertThat(tables.plan(300, 3.3))
        .extracting(AcceptancePlan::sampleSize, AcceptancePlan::rule)
        .containsExactly(0, "no-plan");
  }

  @ParameterizedTest
  @CsvSource({
    "300, 50, 0, accept, within-acceptance-number",
    "300, 50, 3, accept, within-acceptance-number",
    "300, 50, 4, reject, too-many-wrong",
    "300, 49, 3, incomplete, sample-incomplete",
    "300, 10, 4, reject, too-many-wrong",
    "0, 0, 0, accept, nothing-to-sample",
    "4, 4, 0, accept, all-inspected",
    "4, 4, 1, reject, too-many-wrong",
    "1, 1, 0, accept, all-inspected",
    "1, 0, 0, incomplete, sample-incomplete"
  })
  void the_wrong_items_of_the_sample_decide(
      int lot, int inspected, int wrong, String verdict, String rule) {
    BatchAcceptance acceptance = tables.judge(tables.plan(lot, 2.5), inspected, wrong);

    assertThat(acceptance.verdict()).isEqualTo(verdict);
    assertThat(acceptance.rule()).isEqualTo(rule);
  }

  @Test
  void a_limit_without_a_plan_accepts_nothing() {
    BatchAcceptance acceptance = tables.judge(tables.plan(300, 3.3), 50, 0);

    assertThat(acceptance.verdict()).isEqualTo("incomplete");
    assertThat(acceptance.rule()).isEqualTo("no-plan");
    assertThat(acceptance.limitingQuality()).isEmpty();
  }

  /** Letter K at AQL 2.5: 125 items, 7 wrong; consumer's risk quality 9.2 %. */
  @Test
  void the_owner_is_told_what_such_a_sample_lets_through() {
    BatchAcceptance acceptance = tables.judge(tables.plan(2000, 2.5), 125, 2);

    assertThat(acceptance.because())
        .isEqualTo(
            "2 of 125 items looked at are wrong; up to 7 may be. A batch with 9.2 % wrong items"
                + " would still pass one time in ten.");
    assertThat(acceptance.limitingItems().orElseThrow()).isBetween(160, 184);
  }

  @Test
  void a_sample_that_is_the_whole_lot_lets_nothing_through_by_chance() {
    BatchAcceptance acceptance = tables.judge(tables.plan(4, 2.5), 4, 0);

    assertThat(acceptance.limitingQuality()).isEmpty();
    assertThat(acceptance.because()).startsWith("All 4 items").doesNotContain("one time in ten");
  }

  @Test
  void a_table_that_asks_for_more_than_the_lot_is_told() {
    AcceptanceTables wrong =
        new AcceptanceTables(
            (table, inputs) -> Map.of("sampleSize", 5, "acceptanceNumber", 0, "letter", "A"));

    assertThatThrownBy(() -> wrong.plan(4, 2.5))
        .hasMessageContaining("acceptance-plan")
        .hasMessageContaining("sampleSize");
  }
}
