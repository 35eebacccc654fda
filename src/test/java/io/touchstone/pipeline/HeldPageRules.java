package io.touchstone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page of a held batch puts first, rule by rule of the gates. */
interface HeldPageRules {

  /** Of which a rule is asked. */
  GateTables tables();

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          null, -, -, count, -
          manifest-does-not-reconcile, unreconciledRows, -, count, -
          no-usable-row, okRows, -, count, state=rejected
          too-many-rejected, rejectedShare, -, share, state=rejected
          too-many-quarantined, quarantinedShare, -, share, state=quarantined
          leaks-overlooked, reviewerSensitivity, -, share, -
          too-many-leaks, leakUpperBound, -, share, -
          improve-policy, leakUpperBound, -, share, -
          leaks-not-ruled-out, leakUpperBound, -, share, -
          rules-leak, streamUpperBound, -, share, -
          no-items, itemCount, -, count, -
          too-few-annotators, shortItems, -, count, -
          uneven-load, loadImbalance, -, value, -
          gold-used-up, peopleWithoutGold, -, count, -
          judgements-missing, missingJudgements, -, count, state=open
          judgements-invalid, invalidJudgements, -, count, -
          pace-not-believed, tooFastPackages, -, count, -
          verdicts-missing, itemsWithoutVerdict, -, count, state=open
          sample-rejected-again, wrongItems, acceptanceNumber, count, sample=wrong
          sample-incomplete, inspectedItems, sampleSize, count, sample=drawn
          guideline-still-unclear, unclearClasses, -, count, -
          agreement-low, agreementLow, -, value, -
          empty-version, records, -, count, state=open
          split-leakage, leakingRecords, -, count, -
          not-approved, -, -, count, -
          a-rule-of-the-owner, -, -, count, -
          """)
  default void held_page(String rule, String figure, String limit, String unit, String items) {
    var answer = tables().evaluate("held-page", GateTables.inputs("rule", rule));

    assertThat(answer)
        .containsEntry("figure", figure == null ? "" : figure)
        .containsEntry("limit", limit == null ? "" : limit)
        .containsEntry("unit", unit)
        .containsEntry("items", items == null ? "" : items);
    assertThat(answer.get("repeat")).asString().endsWith(".");
  }
}
