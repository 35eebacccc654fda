package io.touchstone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of acceptance of lots, random audits, release and health. */
interface AcceptanceRules {

  /** Of which a rule is asked. */
  GateTables tables();

  @ParameterizedTest
  @CsvSource({
    "null, 50, 0, 0, undefined-acceptedItems",
    "400, null, 0.05, 0, share-alone",
    "400, 50, 0.05, 50, share-and-acceptance"
  })
  default void random_audit(
      String acceptedItems, String acceptanceSample, double share, long least, String rule) {
    Map<String, Object> answer =
        tables()
            .evaluate(
                "random-audit",
                GateTables.inputs(
                    "acceptedItems", acceptedItems, "acceptanceSample", acceptanceSample));

    assertThat(answer).containsEntry("rule", rule).containsEntry("least", least);
    assertThat(((Number) answer.get("share")).doubleValue()).isEqualTo(share);
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
  default void release(
      String records,
      String exact,
      String checksums,
      String leaking,
      String approved,
      String verdict,
      String rule) {
    tables()
        .expect(
            "gate-release",
            GateTables.inputs(
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
    "throughput, '', 90.0, 110.0, 0.0, 0.10, look-at-pace, throughput-rises",
    "overrides, '', 0.0, 0.0, 0.0, null, none, no-finding",
    "overrides, '', 1.0, 1.0, 1.0, null, look-at-overrides, overridden"
  })
  default void health_actions(
      String metric,
      String undefinedBecause,
      String low,
      String high,
      String change,
      String trendPerWeek,
      String action,
      String rule) {
    Map<String, Object> inputs =
        GateTables.inputs(
            "metric", metric,
            "undefinedBecause", undefinedBecause,
            "low", low,
            "high", high,
            "change", change,
            "trendPerWeek", trendPerWeek,
            "trendP", trendPerWeek.equals("null") ? "null" : "0.05",
            "heldShare", "null",
            "approvalShare", "null");

    tables().expect("health-actions", inputs, "action", action, rule);
  }

  @ParameterizedTest
  @CsvSource({
    "0.25, 0.5, shorten-holds, held-long",
    "0.24, 0.25, plan-approvals, approval-long",
    "0.24, 0.24, none, no-finding",
    "null, null, none, no-finding"
  })
  default void health_actions_on_waiting(String held, String approval, String action, String rule) {
    Map<String, Object> inputs =
        GateTables.inputs("metric", "time", "undefinedBecause", "", "heldShare", held);
    inputs.put("approvalShare", GateTables.value(approval));
    for (String name : List.of("low", "high", "change", "trendP", "trendPerWeek")) {
      inputs.put(name, null);
    }

    tables().expect("health-actions", inputs, "action", action, rule);
  }

  @ParameterizedTest
  @CsvSource({"0.05, ask-what-slows", "0.06, none"})
  default void a_trend_that_chance_explains_is_no_finding(double p, String action) {
    Map<String, Object> inputs =
        GateTables.inputs(
            "metric", "throughput", "undefinedBecause", "", "low", "90.0", "high", "110.0");
    inputs.putAll(GateTables.inputs("change", "null", "trendPerWeek", "-0.05"));
    inputs.putAll(GateTables.inputs("heldShare", "null", "approvalShare", "null"));
    inputs.put("trendP", p);

    assertThat(tables().evaluate("health-actions", inputs)).containsEntry("action", action);
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
  default void acceptance_plan(String lotSize, String letter) {
    for (String aql : List.of("1.0", "2.5", "4.0")) {
      assertThat(
              tables()
                  .evaluate("acceptance-plan", GateTables.inputs("lotSize", lotSize, "aql", aql)))
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
  default void acceptance_without_a_plan(String lotSize, String aql, String rule) {
    tables()
        .expect(
            "acceptance-plan",
            GateTables.inputs("lotSize", lotSize, "aql", aql),
            "letter",
            "none",
            rule);
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
  default void batch_acceptance(
      String lotSize,
      String sampleSize,
      String acceptanceNumber,
      String inspected,
      String wrong,
      String limitingQuality,
      String verdict,
      String rule) {
    tables()
        .expect(
            "batch-acceptance",
            GateTables.inputs(
                "lotSize", lotSize,
                "sampleSize", sampleSize,
                "acceptanceNumber", acceptanceNumber,
                "inspectedItems", inspected,
                "wrongItems", wrong,
                "limitingQuality", limitingQuality),
            verdict,
            rule);
  }
}
