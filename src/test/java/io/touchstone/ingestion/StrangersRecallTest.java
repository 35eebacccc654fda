package io.touchstone.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.RecallTable;
import io.touchstone.ingestion.strangers.Strangers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is masked of identifiers that were written without the rules, in the half that no rule was
 * chosen on; the table by kind and by noise is printed. What is asserted are floors a little below
 * what was measured, so that a change of rules that loses something is seen.
 */
@Tag("slow")
class StrangersRecallTest {

  /** The half that whoever improves rules does not look into. */
  private static final int SEALED = 1;

  @Test
  void given_strangers_texts_when_redacted_then_the_table_by_kind_and_noise_holds_its_floors() {
    RecallTable table = new RecallTable(RecallTable.standard(false));
    Strangers.cases().stream()
        .filter(each -> each.half() == SEALED)
        .map(
            each ->
                new PlantedCases.Case(
                    each.kind(), each.noise(), each.text(), each.start(), each.end()))
        .forEach(table::add);
    Strangers.negatives().stream()
        .filter(each -> each.half() == SEALED)
        .forEach(each -> table.addNegative(each.text()));

    table.print();

    assertThat(table.recall("clean")).isGreaterThanOrEqualTo(0.94);
    assertThat(table.recall("line-break")).isGreaterThanOrEqualTo(0.90);
    assertThat(table.recall("separators")).isGreaterThanOrEqualTo(0.85);
    assertThat(table.precision()).isGreaterThanOrEqualTo(0.99);
    assertThat(table.unmasked()).isGreaterThanOrEqualTo(0.97);
  }
}
