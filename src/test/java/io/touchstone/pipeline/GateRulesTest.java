package io.touchstone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each rule of each table is meant to decide, from numbers that lie on either side of its
 * limit; and what share of all rules has fired. An input written "null" is undefined.
 */
class GateRulesTest {

  private static final double LEAST_PERCENT = 90;
  private static final Set<String> WALKED = new HashSet<>();
  private static RuleCoverage tables;

  @BeforeAll
  static void readTheTables() {
    tables = new RuleCoverage();
  }

  @BeforeEach
  void note(TestInfo test) {
    WALKED.add(test.getTestMethod().orElseThrow().getName());
  }

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
  void ingestion(ArgumentsAccessor row) {
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
    expect(
        "gate-ingestion",
        inputs(inputs),
        row.getString(names.length),
        row.getString(names.length + 1));
  }

  /** Of a gate that saw 62 of 300 items. */
  private static String because(String missed, String bound, String planted, String sees) {
    Map<String, Object> inputs =
        inputs(
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
            missed,
            "leakUpperBound",
            bound,
            "leakLimit",
            "0.05",
            "riskMissedItems",
            "1",
            "plantedShown",
            planted,
            "reviewerSensitivity",
            sees,
            "streamBatches",
            "2",
            "streamUpperBound",
            "0.031",
            "quarantinedShare",
            "0.0");
    return String.valueOf(tables.evaluate("gate-ingestion", inputs).get("because"));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 0.8, 80.0, assumed; 3 invented leaks were shown so far",
    "3, 0.667, 66.7, 'going by the invented leaks shown so far, 3'",
    "24, 0.881, 88.1, measured with 24 invented leaks"
  })
  void the_gate_says_by_what_it_judged_the_batch(
      String planted, String sees, String percent, String how) {
    assertThat(because("0", "0.05", planted, sees))
        .isEqualTo(
            "All 300 rows are accounted for; 300 became items. Something was missed in 0 of 62"
                + " items looked at, and in 1 that looked risky. By the random sample, with 95 %"
                + " confidence and a reviewer who sees "
                + percent
                + " % of what leaks ("
                + how
                + "), at most 5.0 % of the batch leaks; the project allows"
                + " 5.0 %. Batches under the same rules: 2, leaking at most 3.1 % together.");
  }

  /** Of 20 invented leaks 14 seen is 0.492 at least: more than half were seen. */
  @Test
  void the_gate_says_of_eyes_that_miss_much_what_is_known_and_what_to_do() {
    assertThat(because("1", "0.12", "20", "0.492"))
        .isEqualTo(
            "This review says too little of the batch: going by the 20 invented leaks of the last"
                + " 12 months, its reviewer can be relied on to see 49.2 % of what leaks, and at"
                + " least half is needed. Something was missed in 1 of 62 items looked at, and is"
                + " masked now. Everybody overlooks some: ask another privacy officer, or the same"
                + " one after a rest, and repeat the stage. A new sample is drawn, and the review"
                + " begins anew.");
  }

  @ParameterizedTest
  @CsvSource({
    "null, 1.0, 1.0, 0.8, undefined-plantedShown",
    "20, 1.0, 0.861, 0.861, measured",
    "20, 0.7, 0.492, 0.492, measured",
    "19, 1.0, 0.854, 0.8, assumed",
    "19, 0.79, 0.6, 0.79, few-seen",
    "1, 0.0, 0.0, 0.5, one-overlooked",
    "1, 1.0, 0.05, 0.8, assumed",
    "2, 0.0, 0.0, 0.0, few-seen",
    "2, 0.5, 0.025, 0.5, few-seen",
    "5, 0.8, 0.3, 0.8, assumed",
    "20, 1.0, null, 0.8, assumed",
    "0, 1.0, 0.0, 0.8, assumed"
  })
  void reviewer_sensitivity(
      String shown, String share, String atLeast, double sensitivity, String rule) {
    Map<String, Object> answer =
        tables.evaluate(
            "reviewer-sensitivity",
            inputs("plantedShown", shown, "seenShare", share, "seenAtLeast", atLeast));

    assertThat(answer).containsEntry("rule", rule).containsEntry("sensitivity", sensitivity);
  }

  @ParameterizedTest
  @CsvSource({
    "null, 0, 1.0, 0, held, undefined-itemCount",
    "10, null, 1.0, 0, held, undefined-shortItems",
    "10, 0, null, 0, held, undefined-loadImbalance",
    "10, 0, 1.0, null, held, undefined-loadSpread",
    "0, 0, 1.0, 0, held, no-items",
    "10, 1, 1.0, 0, held, too-few-annotators",
    "10, 0, 1.26, 6, held, uneven-load",
    "10, 0, 1.26, 5, pass, feasible",
    "10, 0, 1.25, 6, pass, feasible",
    "10, 0, 1.0, 0, pass, feasible"
  })
  void task_creation(
      String items,
      String shortItems,
      String imbalance,
      String spread,
      String verdict,
      String rule) {
    expect(
        "gate-task-creation",
        inputs(
            "itemCount", items,
            "shortItems", shortItems,
            "loadImbalance", imbalance,
            "loadSpread", spread),
        verdict,
        rule);
  }

  @ParameterizedTest
  @CsvSource({
    "null, 0, 0, held, undefined-missingJudgements",
    "0, null, 0, held, undefined-invalidJudgements",
    "0, 0, null, held, undefined-tooFastPackages",
    "1, 0, 0, held, judgements-missing",
    "0, 1, 0, held, judgements-invalid",
    "0, 0, 1, held, pace-not-believed",
    "1, 1, 1, held, judgements-missing",
    "0, 0, 0, pass, sound"
  })
  void annotation(String missing, String invalid, String tooFast, String verdict, String rule) {
    expect(
        "gate-annotation",
        inputs(
            "missingJudgements", missing,
            "invalidJudgements", invalid,
            "tooFastPackages", tooFast),
        verdict,
        rule);
  }

  /** What the rules differ in; all else is as in a batch that passes. */
  @ParameterizedTest
  @CsvSource({
    "measuredItems, null, held, undefined-measuredItems",
    "guidelineVerdict, null, held, undefined-guidelineVerdict",
    "unclearClasses, null, held, undefined-unclearClasses",
    "guidelineRevisions, null, held, undefined-guidelineRevisions",
    "guidelineVerdict, revise, revise-guideline, guideline-unclear",
    "guidelineVerdict, kept, pass, good-enough",
    "guidelineVerdict, hold, held, guideline-still-unclear",
    "itemsWithoutVerdict, null, held, undefined-itemsWithoutVerdict",
    "agreementMetric, null, held, undefined-agreementMetric",
    "agreementReason, null, held, undefined-agreementReason",
    "flaggedAnnotators, null, held, undefined-flaggedAnnotators",
    "itemsWithoutVerdict, 1, held, verdicts-missing",
    "agreementReason, NO_VARIATION, held, agreement-undefined",
    "agreementLow, null, held, undefined-agreementLow",
    "agreementHigh, null, held, undefined-agreementHigh",
    "percentAgreement, null, held, undefined-percentAgreement",
    "agreementLow, 0.59, held, agreement-low",
    "agreementLow, 0.60, pass, good-enough",
    "flaggedAnnotators, 3, pass, good-enough",
    "moreLabels, null, held, undefined-moreLabels",
    "moreLabels, agreement, more-labels, agreement-undecided",
    "moreLabels, rejection, more-labels, sample-rejected",
    "acceptanceVerdict, null, held, undefined-acceptanceVerdict",
    "acceptanceVerdict, reject, held, sample-rejected-again",
    "acceptanceVerdict, incomplete, held, sample-incomplete",
    "limitingQuality, null, pass, good-enough"
  })
  void quality(String name, String value, String verdict, String rule) {
    Map<String, Object> inputs = goodBatch();
    inputs.put(name, value(value));

    expect("gate-quality", inputs, verdict, rule);
  }

  private static Map<String, Object> goodBatch() {
    return inputs(
        "measuredItems", "10",
        "guidelineVerdict", "clear",
        "unclearClasses", "0",
        "guidelineRevisions", "0",
        "itemsWithoutVerdict", "0",
        "agreementMetric", "alphaNominal",
        "agreementReason", "",
        "agreementLow", "0.7",
        "agreementHigh", "0.9",
        "percentAgreement", "0.95",
        "flaggedAnnotators", "0",
        "moreLabels", "none",
        "acceptanceVerdict", "accept",
        "acceptanceRule", "within-acceptance-number",
        "acceptedByVotes", "300",
        "sampleSize", "50",
        "inspectedItems", "50",
        "wrongItems", "1",
        "acceptanceNumber", "3",
        "limitingQuality", "0.129",
        "agreementRule", "clear-enough");
  }

  /** Where the stage has ended before anybody adjudicated, nothing is known of verdicts. */
  @Test
  void undecided_agreement_comes_before_missing_verdicts_and_samples() {
    Map<String, Object> inputs = goodBatch();
    inputs.put("moreLabels", "agreement");
    for (String name : List.of("itemsWithoutVerdict", "acceptanceVerdict", "limitingQuality")) {
      inputs.put(name, null);
    }

    expect("gate-quality", inputs, "more-labels", "agreement-undecided");
  }

  @Test
  void with_many_items_the_value_of_agreement_decides_what_its_interval_leaves_open() {
    Map<String, Object> inputs = goodBatch();
    inputs.put("agreementLow", 0.55);

    expect("gate-quality", inputs, "held", "agreement-low");
    inputs.put("agreementRule", "clear-on-value");
    expect("gate-quality", inputs, "pass", "good-enough-on-value");
  }

  @Test
  void whoever_holds_or_passes_a_batch_is_told_what_the_sample_lets_through() {
    Map<String, Object> inputs = goodBatch();
    assertThat(tables.evaluate("gate-quality", inputs).get("because"))
        .asString()
        .endsWith("A batch with 12.9 % wrong items would still pass one time in ten.");
    inputs.put("acceptanceVerdict", "reject");
    inputs.put("wrongItems", 4L);

    assertThat(tables.evaluate("gate-quality", inputs).get("because"))
        .asString()
        .contains("4 of 50 items are wrong; up to 3 may be")
        .endsWith("A batch with 12.9 % wrong items would still pass one time in ten.");
  }

  @ParameterizedTest
  @CsvSource({
    "null, true, 3, 0.8, 0.5, alphaNominal, undefined-metricTask",
    "spans, null, null, null, null, spanF1Exact, spans",
    "classification, null, 3, 0.8, 0.5, alphaNominal, undefined-ratersComplete",
    "classification, true, null, 0.8, 0.5, alphaNominal, undefined-raters",
    "classification, true, 3, null, 0.5, alphaNominal, nothing-to-compare",
    "classification, true, 3, 0.8, null, alphaNominal, undefined-prevalence",
    "classification, true, 3, 0.9, 0.91, gwetAC1, one-class-prevails",
    "classification, false, 9, 0.97, 0.98, gwetAC1, one-class-prevails",
    "classification, true, 3, 0.9, 0.9, fleissKappa, many-complete",
    "classification, true, 3, 0.89, 0.95, fleissKappa, many-complete",
    "classification, true, 3, 1.0, 1.0, fleissKappa, many-complete",
    "classification, true, 2, 0.8, 0.5, fleissKappa, two-complete",
    "classification, false, 2, 0.8, 0.5, alphaNominal, labels-missing"
  })
  void metric_selection(
      String task,
      String complete,
      String raters,
      String percentAgreement,
      String prevalence,
      String metric,
      String rule) {
    expect(
        "metric-selection",
        inputs(
            "metricTask", task,
            "ratersComplete", complete,
            "raters", raters,
            "percentAgreement", percentAgreement,
            "prevalence", prevalence),
        "metric",
        metric,
        rule);
  }

  @ParameterizedTest
  @CsvSource({
    "null, 0, 10, no, undefined-labelCause",
    "agreement, null, 10, no, undefined-earlierRounds",
    "agreement, 0, null, no, undefined-itemsWithSomebodyLeft",
    "agreement, 0, 0, no, nobody-left",
    "agreement, 1, 10, no, asked-before",
    "rejection, 1, 10, no, rejected-before",
    "agreement, 0, 1, ask, agreement-undecided",
    "rejection, 0, 1, ask, sample-rejected",
    "fancy, 0, 1, no, no-rule"
  })
  void more_labels(String cause, String rounds, String items, String verdict, String rule) {
    expect(
        "more-labels",
        inputs("labelCause", cause, "earlierRounds", rounds, "itemsWithSomebodyLeft", items),
        verdict,
        rule);
  }

  /** Before anybody adjudicates there are no verdicts, and nobody asks for them. */
  @ParameterizedTest
  @CsvSource({"1, 1 of its classes", "0, even the upper end"})
  void an_unclear_guideline_comes_before_missing_verdicts(String unclear, String part) {
    Map<String, Object> inputs = goodBatch();
    inputs.put("guidelineVerdict", "revise");
    inputs.put("unclearClasses", value(unclear));
    inputs.put("itemsWithoutVerdict", null);

    expect("gate-quality", inputs, "revise-guideline", "guideline-unclear");
    assertThat(tables.evaluate("gate-quality", inputs).get("because")).asString().contains(part);
  }

  @ParameterizedTest
  @CsvSource({
    "class, null, '', 0.1, 0.2, 0.3, clear, undefined-agreementItems",
    "class, 50, null, 0.1, 0.2, 0.3, clear, undefined-agreementReason",
    "class, 50, NO_VARIATION, null, null, null, clear, agreement-undefined",
    "class, 50, '', 0.1, 0.2, null, clear, undefined-agreementHigh",
    "class, 9, '', 0.1, 0.2, 0.3, clear, too-few-items",
    "class, 10, '', 0.1, 0.3, 0.59, unclear, class-unclear",
    "class, 10, '', 0.1, 0.3, 0.60, clear, class-clear-enough",
    "class, 500, '', 0.1, 0.3, 0.60, clear, class-clear-enough",
    "overall, 10, '', 0.1, 0.3, 0.59, unclear, overall-unclear",
    "overall, 9, '', 0.1, 0.3, 0.59, clear, too-few-items",
    "overall, 10, '', null, 0.7, 0.8, clear, undefined-agreementLow",
    "overall, 10, '', 0.59, 0.7, 0.8, undecided, overall-undecided",
    "overall, 199, '', 0.59, 0.7, 0.8, undecided, overall-undecided",
    "overall, 200, '', 0.59, null, 0.8, clear, undefined-agreementValue",
    "overall, 200, '', 0.55, 0.59, 0.62, unclear, unclear-on-value",
    "overall, 200, '', 0.55, 0.60, 0.65, clear, clear-on-value",
    "overall, 10, '', 0.60, 0.7, 0.8, clear, clear-enough",
    "overall, 200, '', 0.60, 0.7, 0.8, clear, clear-enough"
  })
  void agreement_gate(
      String scope,
      String items,
      String reason,
      String low,
      String value,
      String high,
      String verdict,
      String rule) {
    expect(
        "agreement-gate",
        inputs(
            "agreementScope", scope,
            "agreementItems", items,
            "agreementReason", reason,
            "agreementLow", low,
            "agreementValue", value,
            "agreementHigh", high),
        verdict,
        rule);
  }

  @ParameterizedTest
  @CsvSource({
    "null, 0, false, hold, undefined-unclearMeasures",
    "1, null, false, hold, undefined-guidelineRevisions",
    "0, 2, true, clear, guideline-clear",
    "1, 0, true, kept, kept-by-owner",
    "1, 2, true, kept, kept-by-owner",
    "1, 2, false, hold, revised-often-enough",
    "1, 1, false, revise, guideline-unclear",
    "3, 0, false, revise, guideline-unclear"
  })
  void guideline_revision(
      String unclear, String revisions, String kept, String verdict, String rule) {
    expect(
        "guideline-revision",
        inputs("unclearMeasures", unclear, "guidelineRevisions", revisions, "guidelineKept", kept),
        verdict,
        rule);
  }

  @ParameterizedTest
  @CsvSource({
    "null, true, true, 0, true, held, undefined-records",
    "10, null, true, 0, true, held, undefined-roundTripExact",
    "10, true, null, 0, true, held, undefined-checksumsMatch",
    "10, true, true, null, true, held, undefined-leakingRecords",
    "10, true, true, 0, null, held, undefined-approved",
    "0, true, true, 0, true, held, empty-version",
    "10, false, true, 0, true, held, round-trip-differs",
    "10, true, false, 0, true, held, checksums-differ",
    "10, true, true, 1, true, held, split-leakage",
    "10, true, true, 0, false, held, not-approved",
    "10, true, true, 0, true, pass, publishable"
  })
  void release(
      String records,
      String exact,
      String checksums,
      String leaking,
      String approved,
      String verdict,
      String rule) {
    expect(
        "gate-release",
        inputs(
            "records", records,
            "roundTripExact", exact,
            "checksumsMatch", checksums,
            "leakingRecords", leaking,
            "approved", approved),
        verdict,
        rule);
  }

  @ParameterizedTest
  @CsvSource({
    "null, 100.0, 0.05, 0.1, 0.5, majority, undefined-labelsPerItem",
    "3.0, null, 0.05, 0.1, 0.5, majority, undefined-labelsPerAnnotator",
    "3.0, 100.0, null, 0.1, 0.5, majority, undefined-disagreement",
    "2.5, 100.0, 0.05, 0.1, 0.5, majority, few-per-item",
    "3.0, 19.5, 0.05, 0.1, 0.5, majority, few-per-annotator",
    "3.0, 20.0, 0.16, 0.1, 0.5, majority, far-from-majority",
    "3.0, 20.0, 0.15, -0.1, 0.049, majority, worse-on-gold",
    "3.0, 20.0, 0.15, null, null, dawid-skene, no-gold",
    "3.0, 20.0, 0.15, -0.1, 0.05, dawid-skene, not-worse-on-gold",
    "3.0, 20.0, 0.15, 0.1, 0.01, dawid-skene, not-worse-on-gold",
    "3.0, 20.0, 0.15, 0.0, 1.0, dawid-skene, not-worse-on-gold",
    "3.0, 20.0, 0.15, -0.1, -1.0, majority, worse-on-gold",
    "3.0, 20.0, 0.15, 0.1, -1.0, majority, no-rule"
  })
  void truth_method(
      String perItem,
      String perAnnotator,
      String disagreement,
      String goldDifference,
      String goldP,
      String method,
      String rule) {
    expect(
        "truth-method",
        inputs(
            "labelsPerItem", perItem,
            "labelsPerAnnotator", perAnnotator,
            "disagreement", disagreement,
            "goldDifference", goldDifference,
            "goldP", goldP),
        "method",
        method,
        rule);
  }

  /** The last row cannot be reached: a share is undefined, below 0.75 or not. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, false, 0, false, null, review, no-judgement",
    "3, 3, 1, false, 3, false, 0.99, review, only-flagged",
    "3, 2, 2, false, 1, false, 0.99, review, flagged-dissent",
    "3, 2, 2, false, 0, true, 0.99, review, high-risk-dissent",
    "4, 2, 2, true, 0, false, null, review, tie",
    "2, 2, 1, false, 0, false, null, review, incomplete",
    "3, 2, 2, false, 0, false, 0.59, review, improbable",
    "3, 2, 2, false, 0, false, 0.60, extra-label, unsure",
    "4, 3, 2, false, 0, false, 0.89, review, still-unsure",
    "3, 3, 1, false, 0, false, null, accept, unanimous",
    "4, 3, 2, false, 0, false, null, accept, clear-majority",
    "3, 2, 2, false, 0, false, 0.90, accept, sure",
    "3, 2, 2, false, 0, false, null, review, dissent"
  })
  void adjudication_routing(
      int votes,
      int topVotes,
      int distinctLabels,
      boolean tie,
      int flaggedVotes,
      boolean highRisk,
      String posterior,
      String route,
      String rule) {
    Map<String, Object> inputs = inputs("posterior", posterior);
    inputs.put("votes", votes);
    inputs.put("topVotes", topVotes);
    inputs.put("annotatorsPerItem", 3);
    inputs.put("maxAnnotatorsPerItem", 4);
    inputs.put("distinctLabels", distinctLabels);
    inputs.put("tie", tie);
    inputs.put("flaggedVotes", flaggedVotes);
    inputs.put("highRisk", highRisk);
    inputs.put("othersLeft", true);
    expect("adjudication-routing", inputs, "route", route, rule);
  }

  @ParameterizedTest
  @CsvSource({
    "null, 50, 0, 0, undefined-acceptedItems",
    "400, null, 0.05, 0, share-alone",
    "400, 50, 0.05, 50, share-and-acceptance"
  })
  void random_audit(
      String acceptedItems, String acceptanceSample, double share, long least, String rule) {
    Map<String, Object> answer =
        tables.evaluate(
            "random-audit",
            inputs("acceptedItems", acceptedItems, "acceptanceSample", acceptanceSample));

    assertThat(answer).containsEntry("rule", rule).containsEntry("least", least);
    assertThat(((Number) answer.get("share")).doubleValue()).isEqualTo(share);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, null, 0.0, 0, none, no-gold",
    "20, 20, 0.5, null, 0, none, no-sum",
    "20, 20, 0.78, 0.0, 1, pause, paused-again",
    "20, 20, 0.78, 0.0, 0, pause, pause-and-coach",
    "20, 20, 0.78, 0.0, null, pause, pause-and-coach",
    "12, 12, 0.5, 5.5, 0, coach, coach-between-looks",
    "40, 20, 0.82, 5.6, 2, coach, coach-between-looks",
    "19, 19, 0.5, 5.49, 0, none, between-looks",
    "20, 20, 0.82, 5.49, 0, none, within-target",
    "null, null, 0.5, 0.0, null, none, no-rule"
  })
  void gold_flag(
      String count,
      String sinceLook,
      String high,
      String cusum,
      String pauses,
      String action,
      String rule) {
    expect(
        "gold-flag",
        inputs(
            "goldCount",
            count,
            "sinceLook",
            sinceLook,
            "wilsonHigh",
            high,
            "cusum",
            cusum,
            "pausesBefore",
            pauses),
        "action",
        action,
        rule);
  }

  @ParameterizedTest
  @CsvSource({"null, 0, no-project", "support-tickets, 1, every-project"})
  void gold_looks(String project, int reworks, String rule) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("project", project.equals("null") ? null : project);
    assertThat(tables.evaluate("gold-looks", inputs))
        .containsEntry("reworks", reworks)
        .containsEntry("rule", rule);
  }

  @ParameterizedTest
  @CsvSource({
    "null, null, null, null, null, null, none, no-metric",
    "agreement, no-variation, null, null, null, null, look-at-labels, agreement-one-label",
    "agreement, no-batch-measured, null, null, null, null, none, undefined",
    "agreement, '', 0.40, 0.66, 0.0, null, revise-guideline, agreement-below",
    "agreement, '', 0.40, 0.667, -0.09, null, none, no-finding",
    "agreement, '', 0.60, 0.80, -0.10, null, compare-batches, agreement-fell",
    "agreement, '', 0.60, 0.80, null, null, none, no-finding",
    "agreement, '', null, null, null, null, none, no-finding",
    "gold, no-gold-judged, null, null, null, null, add-gold, gold-missing",
    "gold, no-judgements, null, null, null, null, none, undefined",
    "gold, '', 0.60, 0.79, 0.0, null, talk-guideline, gold-below",
    "gold, '', 0.60, 0.80, -0.05, null, check-gold, gold-fell",
    "gold, '', 0.60, 0.80, -0.04, null, none, no-finding",
    "throughput, no-judgements, null, null, null, null, none, undefined",
    "throughput, '', 90.0, 110.0, 0.0, null, none, no-finding",
    "throughput, '', 90.0, 110.0, 0.0, -0.03, ask-what-slows, throughput-falls",
    "throughput, '', 90.0, 110.0, 0.0, -0.02, none, no-finding",
    "throughput, '', 90.0, 110.0, 0.0, 0.09, none, no-finding",
    "throughput, '', 90.0, 110.0, 0.0, 0.10, look-at-pace, throughput-rises"
  })
  void health_actions(
      String metric,
      String undefinedBecause,
      String low,
      String high,
      String change,
      String trendPerWeek,
      String action,
      String rule) {
    Map<String, Object> inputs =
        inputs(
            "metric", metric,
            "undefinedBecause", undefinedBecause,
            "low", low,
            "high", high,
            "change", change,
            "trendPerWeek", trendPerWeek,
            "trendP", trendPerWeek.equals("null") ? "null" : "0.05",
            "heldShare", "null",
            "approvalShare", "null");

    expect("health-actions", inputs, "action", action, rule);
  }

  @ParameterizedTest
  @CsvSource({
    "0.25, 0.5, shorten-holds, held-long",
    "0.24, 0.25, plan-approvals, approval-long",
    "0.24, 0.24, none, no-finding",
    "null, null, none, no-finding"
  })
  void health_actions_on_waiting(String held, String approval, String action, String rule) {
    Map<String, Object> inputs =
        inputs("metric", "time", "undefinedBecause", "", "heldShare", held);
    inputs.put("approvalShare", value(approval));
    for (String name : List.of("low", "high", "change", "trendP", "trendPerWeek")) {
      inputs.put(name, null);
    }

    expect("health-actions", inputs, "action", action, rule);
  }

  @ParameterizedTest
  @CsvSource({"0.05, ask-what-slows", "0.06, none"})
  void a_trend_that_chance_explains_is_no_finding(double p, String action) {
    Map<String, Object> inputs =
        inputs("metric", "throughput", "undefinedBecause", "", "low", "90.0", "high", "110.0");
    inputs.putAll(inputs("change", "null", "trendPerWeek", "-0.05"));
    inputs.putAll(inputs("heldShare", "null", "approvalShare", "null"));
    inputs.put("trendP", p);

    assertThat(tables.evaluate("health-actions", inputs)).containsEntry("action", action);
  }

  @ParameterizedTest
  @CsvSource({
    "null, 0.0, none, undefined-activeMinutes",
    "null, 30.0, none, undefined-activeMinutes",
    "30.0, 10.0, new-session, rested",
    "61.0, 10.0, new-session, rested",
    "60.0, 9.9, stop, session-over",
    "75.0, null, stop, session-over",
    "59.9, 0.0, suggest-break, break-advised",
    "45.0, 0.0, suggest-break, break-advised",
    "44.9, 0.0, none, within-session",
    "0.0, 0.0, none, within-session"
  })
  void session_fatigue(String activeMinutes, String pauseMinutes, String action, String rule) {
    expect(
        "session-fatigue",
        inputs("activeMinutes", activeMinutes, "pauseMinutes", pauseMinutes),
        "action",
        action,
        rule);
  }

  @ParameterizedTest
  @CsvSource({
    "null, 0.15, ordinary-first",
    "raise-blind-share, 0.30, raised",
    "watch, 0.15, ordinary",
    "none, 0.15, ordinary"
  })
  void arm_shares(String lastAction, double blindShare, String rule) {
    Map<String, Object> answer = tables.evaluate("arm-shares", inputs("lastAction", lastAction));

    assertThat(answer)
        .containsEntry("rule", rule)
        .containsEntry("blindShare", blindShare)
        .containsEntry("plantedShare", 0.03)
        .containsEntry("goldRightShare", 0.85);
  }

  @ParameterizedTest
  @CsvSource({
    "null, null, none, not-measurable",
    "0.051, -0.2, raise-blind-share, large-shift",
    "0.051, null, raise-blind-share, large-shift",
    "0.05, 0.101, raise-blind-share, commission-errors",
    "null, 0.101, raise-blind-share, commission-errors",
    "0.001, 0.1, watch, some-shift",
    "0.0, 0.1, watch, some-commission-errors",
    "null, 0.1, watch, some-commission-errors",
    "0.0, 0.0, none, no-finding",
    "-0.1, null, none, no-finding",
    "null, -0.1, none, no-finding"
  })
  void automation_bias(String shiftLow, String commissionLow, String action, String rule) {
    expect(
        "automation-bias",
        inputs("shiftLow", shiftLow, "commissionLow", commissionLow),
        "action",
        action,
        rule);
  }

  /**
   * A lot of each letter under each limit; what the rows say is held against the standard
   * elsewhere.
   */
  @ParameterizedTest
  @CsvSource({
    "8, a",
    "15, b",
    "25, c",
    "50, d",
    "90, e",
    "150, f",
    "280, g",
    "500, h",
    "1200, j",
    "3200, k",
    "10000, l",
    "35000, m",
    "150000, n",
    "500000, p",
    "500001, q"
  })
  void acceptance_plan(String lotSize, String letter) {
    for (String aql : List.of("1.0", "2.5", "4.0")) {
      assertThat(tables.evaluate("acceptance-plan", inputs("lotSize", lotSize, "aql", aql)))
          .containsEntry("rule", "letter-" + letter + "-aql-" + aql);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "null, 2.5, undefined-lotSize",
    "300, null, undefined-aql",
    "0, 2.5, nothing-to-sample",
    "1, 2.5, single-item",
    "300, 3.3, no-plan"
  })
  void acceptance_without_a_plan(String lotSize, String aql, String rule) {
    expect("acceptance-plan", inputs("lotSize", lotSize, "aql", aql), "letter", "none", rule);
  }

  @ParameterizedTest
  @CsvSource({
    "null, 50, 3, 50, 0, 0.129, incomplete, undefined-lotSize",
    "300, null, 3, 50, 0, 0.129, incomplete, undefined-sampleSize",
    "300, 50, null, 50, 0, 0.129, incomplete, undefined-acceptanceNumber",
    "300, 50, 3, null, 0, 0.129, incomplete, undefined-inspectedItems",
    "300, 50, 3, 50, null, 0.129, incomplete, undefined-wrongItems",
    "0, 0, 0, 0, 0, null, accept, nothing-to-sample",
    "300, 0, 0, 0, 0, null, incomplete, no-plan",
    "300, 50, 3, 50, 4, 0.129, reject, too-many-wrong",
    "300, 50, 3, 49, 3, 0.129, incomplete, sample-incomplete",
    "4, 4, 0, 4, 0, null, accept, all-inspected",
    "300, 50, 3, 50, 3, null, incomplete, undefined-limitingQuality",
    "300, 50, 3, 50, 3, 0.129, accept, within-acceptance-number"
  })
  void batch_acceptance(
      String lotSize,
      String sampleSize,
      String acceptanceNumber,
      String inspected,
      String wrong,
      String limitingQuality,
      String verdict,
      String rule) {
    expect(
        "batch-acceptance",
        inputs(
            "lotSize", lotSize,
            "sampleSize", sampleSize,
            "acceptanceNumber", acceptanceNumber,
            "inspectedItems", inspected,
            "wrongItems", wrong,
            "limitingQuality", limitingQuality),
        verdict,
        rule);
  }

  /** Numbers as numbers, truths as truths, and "null" as nothing. */
  private static Map<String, Object> inputs(String... namesAndValues) {
    Map<String, Object> inputs = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      inputs.put(namesAndValues[i], value(namesAndValues[i + 1]));
    }
    return inputs;
  }

  private static Object value(String text) {
    if (text.equals("null")) {
      return null;
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    if (text.matches("-?\\d+")) {
      return Long.valueOf(text);
    }
    return text.matches("-?\\d+\\.\\d+") ? Double.valueOf(text) : text;
  }

  private static void expect(
      String table, Map<String, Object> inputs, String verdict, String rule) {
    expect(table, inputs, "verdict", verdict, rule);
  }

  private static void expect(
      String table, Map<String, Object> inputs, String output, String value, String rule) {
    Map<String, Object> answer = tables.evaluate(table, inputs);

    assertThat(answer).containsEntry("rule", rule).containsEntry(output, value);
    assertThat(answer.get("because")).asString().endsWith(".").doesNotContain("null");
  }

  @AfterAll
  static void enough_of_the_rules_has_fired() {
    long walks =
        Stream.of(GateRulesTest.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(ParameterizedTest.class))
            .count();
    if (WALKED.size() < walks) {
      return; // Somebody runs a single one of them.
    }
    List<RuleCoverage.Share> shares = tables.shares();
    RuleCoverage.Share total = RuleCoverage.total(shares);
    shares.forEach(System.out::println);
    System.out.println(total);
    assertThat(total.percent()).isGreaterThanOrEqualTo(LEAST_PERCENT);
  }
}
