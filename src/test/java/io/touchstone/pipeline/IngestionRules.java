package io.touchstone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of stage 1: the gate of ingestion and what a reviewer sees. */
interface IngestionRules {

  /** Of which a rule is asked. */
  GateTables tables();

  @ParameterizedTest
  @CsvSource({
    "null, 9, 0.0, 0, false, null, null, null, null, null, null, null, null, null, 0.0, held, undefined-receivedRows",
    "10, null, 0.0, 0, false, null, null, null, null, null, null, null, null, null, 0.0, held, undefined-okRows",
    "10, 9, null, 0, false, null, null, null, null, null, null, null, null, null, 0.0, held, undefined-rejectedShare",
    "10, 9, 0.0, 0, false, null, null, null, null, null, null, null, null, null, null, held, undefined-quarantinedShare",
    "100, 94, 0.0, 0, true, 44, 0, 0.04, 0.05, 0, 0, 0.8, 1, 0.06, 0.06, held, too-many-quarantined",
    "100, 95, 0.0, 0, false, null, null, null, null, null, null, null, null, null, 0.05, pass, fit-without-review",
    "10, 9, 0.0, null, false, null, null, null, null, null, null, null, null, null, 0.0, held, undefined-unreconciledRows",
    "10, 9, 0.0, 0, null, 9, 0, 0.0, 0.05, 0, 0, 0.8, 1, 0.0, 0.0, held, undefined-reviewNeeded",
    "10, 9, 0.0, 0, true, null, 0, 0.0, 0.05, 0, 0, 0.8, 1, 0.0, 0.0, held, undefined-reviewedItems",
    "10, 9, 0.0, 0, true, 9, null, 0.0, 0.05, 0, 0, 0.8, 1, 0.0, 0.0, held, undefined-missedItems",
    "10, 9, 0.0, 0, true, 9, 0, null, 0.05, 0, 0, 0.8, 1, 0.0, 0.0, held, undefined-leakUpperBound",
    "10, 9, 0.0, 0, true, 9, 0, 0.0, null, 0, 0, 0.8, 1, 0.0, 0.0, held, undefined-leakLimit",
    "10, 9, 0.0, 0, true, 9, 0, 0.0, 0.05, null, 0, 0.8, 1, 0.0, 0.0, held, undefined-riskMissedItems",
    "10, 9, 0.0, 0, true, 9, 0, 0.0, 0.05, 0, null, 0.8, 1, 0.0, 0.0, held, undefined-plantedShown",
    "10, 9, 0.0, 0, true, 9, 0, 0.0, 0.05, 0, 0, null, 1, 0.0, 0.0, held, undefined-reviewerSensitivity",
    "10, 9, 0.0, 0, true, 9, 0, 0.0, 0.05, 0, 0, 0.8, null, 0.0, 0.0, held, undefined-streamBatches",
    "10, 9, 0.0, 0, true, 9, 0, 0.0, 0.05, 0, 0, 0.8, 1, null, 0.0, held, undefined-streamUpperBound",
    "10, 9, 0.0, 1, true, 9, 0, 0.0, 0.05, 0, 0, 0.8, 1, 0.0, 0.0, held, manifest-does-not-reconcile",
    "10, 9, 0.0, -1, false, null, null, null, null, null, null, null, null, null, 0.0, held, manifest-does-not-reconcile",
    "10, 0, 1.0, 0, true, 0, 0, 0.0, 0.05, 0, 0, 0.8, 1, 0.0, 0.0, held, no-usable-row",
    "0, 0, 0.0, 0, false, null, null, null, null, null, null, null, null, null, 0.0, held, no-usable-row",
    "100, 94, 0.06, 0, true, 44, 0, 0.04, 0.05, 0, 0, 0.8, 1, 0.06, 0.0, held, too-many-rejected",
    "100, 95, 0.05, 0, false, null, null, null, null, null, null, null, null, null, 0.0, pass, fit-without-review",
    "100, 100, 0.0, 0, false, null, null, null, null, null, null, null, null, null, 0.0, pass, fit-without-review",
    "300, 300, 0.0, 0, true, 80, 2, 0.0501, 0.05, 0, 3, 0.49, 1, 0.05, 0.0, held, leaks-overlooked",
    "300, 300, 0.0, 0, true, 80, 2, 0.0501, 0.05, 0, 3, 0.5, 1, 0.05, 0.0, held, leaks-not-ruled-out",
    "300, 300, 0.0, 0, true, 80, 0, 0.05, 0.05, 0, 20, 0.49, 1, 0.05, 0.0, pass, fit",
    "300, 300, 0.0, 0, true, 80, 3, 0.0501, 0.05, 0, 3, 0.49, 1, 0.05, 0.0, held, improve-policy",
    "10, 10, 0.0, 0, true, 10, 1, 0.125, 0.05, 0, 0, 0.8, 1, 0.6, 0.0, held, too-many-leaks",
    "10, 10, 0.0, 0, true, 10, 1, 0.1, 0.1, 0, 0, 1.0, 1, 0.6, 0.0, pass, fit-all-reviewed",
    "10, 10, 0.0, 0, true, 10, 0, 0.0, 0.05, 0, 0, 0.8, 2, 0.2, 0.0, pass, fit-all-reviewed",
    "300, 300, 0.0, 0, true, 54, 3, 0.0501, 0.05, 0, 0, 0.8, 1, 0.05, 0.0, held, improve-policy",
    "300, 300, 0.0, 0, true, 54, 2, 0.0501, 0.05, 0, 0, 0.8, 1, 0.05, 0.0, held, leaks-not-ruled-out",
    "300, 300, 0.0, 0, true, 54, 0, 0.05, 0.05, 0, 0, 0.8, 3, 0.0501, 0.0, held, rules-leak",
    "4, 4, 0.0, 0, true, 4, 0, 0.0, 0.05, 0, 0, 0.8, 3, 0.276, 0.0, pass, fit-all-reviewed",
    "300, 300, 0.0, 0, true, 54, 0, 0.05, 0.05, 0, 0, 0.8, 2, 0.0501, 0.0, pass, fit",
    "300, 300, 0.0, 0, true, 54, 0, 0.05, 0.05, 2, 3, 0.8, 3, 0.05, 0.0, pass, fit",
    "300, 300, 0.0, 0, true, 54, 5, 0.09, 0.1, 0, 0, 0.8, 1, 0.09, 0.0, pass, fit"
  })
  default void ingestion(ArgumentsAccessor row) {
    String[] names = {
      "receivedRows", "okRows", "rejectedShare", "unreconciledRows", "reviewNeeded",
      "reviewedItems", "missedItems", "leakUpperBound", "leakLimit", "riskMissedItems",
      "plantedShown", "reviewerSensitivity", "streamBatches", "streamUpperBound", "quarantinedShare"
    };
    String[] inputs = new String[2 * names.length];
    for (int i = 0; i < names.length; i++) {
      inputs[2 * i] = names[i];
      inputs[2 * i + 1] = row.getString(i);
    }
    tables()
        .expect(
            "gate-ingestion",
            GateTables.inputs(inputs),
            row.getString(names.length),
            row.getString(names.length + 1));
  }

  @Test
  default void the_gate_says_by_what_it_judged_the_batch() {
    Map<String, Object> inputs =
        GateTables.inputs(
            "receivedRows",
            "300",
            "okRows",
            "300",
            "rejectedShare",
            "0.0",
            "unreconciledRows",
            "0",
            "reviewNeeded",
            "true",
            "reviewedItems",
            "62",
            "missedItems",
            "0",
            "leakUpperBound",
            "0.05",
            "leakLimit",
            "0.05",
            "riskMissedItems",
            "1",
            "plantedShown",
            "3",
            "reviewerSensitivity",
            "0.8",
            "streamBatches",
            "2",
            "streamUpperBound",
            "0.031",
            "quarantinedShare",
            "0.0");

    assertThat(tables().evaluate("gate-ingestion", inputs).get("because"))
        .isEqualTo(
            "All 300 rows are accounted for; 300 became items. Something was missed in 0 of 62"
                + " items looked at, and in 1 that looked risky. By the random sample, with 95 %"
                + " confidence and a reviewer who sees 80.0 % of what leaks (assumed; 3 invented"
                + " leaks were shown so far), at most 5.0 % of the batch leaks; the project allows"
                + " 5.0 %. Batches under the same rules: 2, leaking at most 3.1 % together.");
  }

  @ParameterizedTest
  @CsvSource({
    "null, 1.0, 1.0, 0.8, undefined-plantedShown",
    "20, 1.0, 0.861, 0.861, measured",
    "20, 0.7, 0.492, 0.492, measured",
    "19, 1.0, 0.854, 0.8, assumed",
    "19, 0.79, 0.6, 0.79, few-seen",
    "1, 0.0, 0.0, 0.0, few-seen",
    "5, 0.8, 0.3, 0.8, assumed",
    "20, 1.0, null, 0.8, assumed",
    "0, 1.0, 0.0, 0.8, assumed"
  })
  default void reviewer_sensitivity(
      String shown, String share, String atLeast, double sensitivity, String rule) {
    Map<String, Object> answer =
        tables()
            .evaluate(
                "reviewer-sensitivity",
                GateTables.inputs(
                    "plantedShown", shown, "seenShare", share, "seenAtLeast", atLeast));

    assertThat(answer).containsEntry("rule", rule).containsEntry("sensitivity", sensitivity);
  }
}
