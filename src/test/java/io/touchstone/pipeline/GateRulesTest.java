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
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
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
    "null, 9, 0.0, 0, held, undefined-receivedRows",
    "10, null, 0.0, 0, held, undefined-okRows",
    "10, 9, null, 0, held, undefined-rejectedShare",
    "10, 9, 0.0, null, held, undefined-unreconciledRows",
    "10, 9, 0.0, 1, held, manifest-does-not-reconcile",
    "10, 9, 0.0, -1, held, manifest-does-not-reconcile",
    "10, 0, 1.0, 0, held, no-usable-row",
    "0, 0, 0.0, 0, held, no-usable-row",
    "100, 94, 0.06, 0, held, too-many-rejected",
    "100, 95, 0.05, 0, pass, fit",
    "100, 100, 0.0, 0, pass, fit",
    "100, 1, 0.0, 0, pass, fit"
  })
  void ingestion(
      String received,
      String ok,
      String rejectedShare,
      String unreconciled,
      String verdict,
      String rule) {
    expect(
        "gate-ingestion",
        inputs(
            "receivedRows", received,
            "okRows", ok,
            "rejectedShare", rejectedShare,
            "unreconciledRows", unreconciled),
        verdict,
        rule);
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

  @ParameterizedTest
  @CsvSource({
    "null, 0, '', 0.7, 0.9, 0, held, undefined-measuredItems",
    "10, null, '', 0.7, 0.9, 0, held, undefined-itemsWithoutVerdict",
    "10, 0, null, 0.7, 0.9, 0, held, undefined-alphaReason",
    "10, 0, '', 0.7, null, 0, held, undefined-percentAgreement",
    "10, 0, '', 0.7, 0.9, null, held, undefined-flaggedAnnotators",
    "10, 1, '', 0.7, 0.9, 0, held, verdicts-missing",
    "10, 0, one-label-only, null, 1.0, 0, held, agreement-undefined",
    "10, 0, '', null, 0.9, 0, held, undefined-alphaLow",
    "10, 0, '', 0.59, 0.9, 0, held, agreement-low",
    "10, 0, '', 0.60, 0.9, 0, pass, good-enough",
    "10, 0, '', 0.7, 0.9, 3, pass, good-enough"
  })
  void quality(
      String items,
      String withoutVerdict,
      String alphaReason,
      String alphaLow,
      String percentAgreement,
      String flagged,
      String verdict,
      String rule) {
    expect(
        "gate-quality",
        inputs(
            "measuredItems", items,
            "itemsWithoutVerdict", withoutVerdict,
            "alphaReason", alphaReason,
            "alphaLow", alphaLow,
            "percentAgreement", percentAgreement,
            "flaggedAnnotators", flagged),
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

  /** The last row cannot be reached: a share is undefined, below 0.75 or not. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, false, adjudicate, no-judgement",
    "4, 2, 2, true, adjudicate, tie",
    "2, 2, 1, false, adjudicate, incomplete",
    "3, 3, 1, false, accept, unanimous",
    "4, 3, 2, false, accept, clear-majority",
    "3, 2, 2, false, adjudicate, dissent"
  })
  void adjudication_routing(
      int votes, int topVotes, int distinctLabels, boolean tie, String route, String rule) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("votes", votes);
    inputs.put("topVotes", topVotes);
    inputs.put("annotatorsPerItem", 3);
    inputs.put("distinctLabels", distinctLabels);
    inputs.put("tie", tie);
    expect("adjudication-routing", inputs, "route", route, rule);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, null, null, none, no-gold",
    "9, 0, 0.0, 0.3, none, too-few-gold",
    "10, 5, 0.24, 0.76, coach, early-coaching",
    "20, 12, 0.39, 0.78, pause, pause-and-coach",
    "20, 13, 0.43, 0.82, none, within-target",
    "null, null, 0.1, 0.5, none, no-rule"
  })
  void gold_flag(
      String count, String correct, String low, String high, String action, String rule) {
    expect(
        "gold-flag",
        inputs("goldCount", count, "goldCorrect", correct, "wilsonLow", low, "wilsonHigh", high),
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
