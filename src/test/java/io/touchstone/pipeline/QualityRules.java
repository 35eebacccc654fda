package io.touchstone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of stage 4: the gate of quality and what it is prepared by. */
interface QualityRules {

  /** Of which a rule is asked. */
  GateTables tables();

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
  default void quality(String name, String value, String verdict, String rule) {
    Map<String, Object> inputs = goodBatch();
    inputs.put(name, GateTables.value(value));

    tables().expect("gate-quality", inputs, verdict, rule);
  }

  private static Map<String, Object> goodBatch() {
    return GateTables.inputs(
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
  default void undecided_agreement_comes_before_missing_verdicts_and_samples() {
    Map<String, Object> inputs = goodBatch();
    inputs.put("moreLabels", "agreement");
    for (String name : List.of("itemsWithoutVerdict", "acceptanceVerdict", "limitingQuality")) {
      inputs.put(name, null);
    }

    tables().expect("gate-quality", inputs, "more-labels", "agreement-undecided");
  }

  @Test
  default void with_many_items_the_value_of_agreement_decides_what_its_interval_leaves_open() {
    Map<String, Object> inputs = goodBatch();
    inputs.put("agreementLow", 0.55);

    tables().expect("gate-quality", inputs, "held", "agreement-low");
    inputs.put("agreementRule", "clear-on-value");
    tables().expect("gate-quality", inputs, "pass", "good-enough-on-value");
  }

  @Test
  default void whoever_holds_or_passes_a_batch_is_told_what_the_sample_lets_through() {
    Map<String, Object> inputs = goodBatch();
    assertThat(tables().evaluate("gate-quality", inputs).get("because"))
        .asString()
        .endsWith("A batch with 12.9 % wrong items would still pass one time in ten.");
    inputs.put("acceptanceVerdict", "reject");
    inputs.put("wrongItems", 4L);

    assertThat(tables().evaluate("gate-quality", inputs).get("because"))
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
  default void metric_selection(
      String task,
      String complete,
      String raters,
      String percentAgreement,
      String prevalence,
      String metric,
      String rule) {
    tables()
        .expect(
            "metric-selection",
            GateTables.inputs(
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
  default void more_labels(String cause, String rounds, String items, String verdict, String rule) {
    tables()
        .expect(
            "more-labels",
            GateTables.inputs(
                "labelCause", cause, "earlierRounds", rounds, "itemsWithSomebodyLeft", items),
            verdict,
            rule);
  }

  /** Before anybody adjudicates there are no verdicts, and nobody asks for them. */
  @ParameterizedTest
  @CsvSource({"1, 1 of its classes", "0, even the upper end"})
  default void an_unclear_guideline_comes_before_missing_verdicts(String unclear, String part) {
    Map<String, Object> inputs = goodBatch();
    inputs.put("guidelineVerdict", "revise");
    inputs.put("unclearClasses", GateTables.value(unclear));
    inputs.put("itemsWithoutVerdict", null);

    tables().expect("gate-quality", inputs, "revise-guideline", "guideline-unclear");
    assertThat(tables().evaluate("gate-quality", inputs).get("because")).asString().contains(part);
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
  default void agreement_gate(
      String scope,
      String items,
      String reason,
      String low,
      String value,
      String high,
      String verdict,
      String rule) {
    tables()
        .expect(
            "agreement-gate",
            GateTables.inputs(
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
  default void guideline_revision(
      String unclear, String revisions, String kept, String verdict, String rule) {
    tables()
        .expect(
            "guideline-revision",
            GateTables.inputs(
                "unclearMeasures", unclear, "guidelineRevisions", revisions, "guidelineKept", kept),
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
  default void truth_method(
      String perItem,
      String perAnnotator,
      String disagreement,
      String goldDifference,
      String goldP,
      String method,
      String rule) {
    tables()
        .expect(
            "truth-method",
            GateTables.inputs(
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
  default void adjudication_routing(
      int votes,
      int topVotes,
      int distinctLabels,
      boolean tie,
      int flaggedVotes,
      boolean highRisk,
      String posterior,
      String route,
      String rule) {
    Map<String, Object> inputs = GateTables.inputs("posterior", posterior);
    inputs.put("votes", votes);
    inputs.put("topVotes", topVotes);
    inputs.put("annotatorsPerItem", 3);
    inputs.put("maxAnnotatorsPerItem", 4);
    inputs.put("distinctLabels", distinctLabels);
    inputs.put("tie", tie);
    inputs.put("flaggedVotes", flaggedVotes);
    inputs.put("highRisk", highRisk);
    inputs.put("othersLeft", true);
    tables().expect("adjudication-routing", inputs, "route", route, rule);
  }
}
