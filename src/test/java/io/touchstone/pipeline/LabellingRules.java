package io.touchstone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of stages 2 and 3: the gates of task creation and annotation, gold, arms and sessions. */
interface LabellingRules {

  /** Of which a rule is asked. */
  GateTables tables();

  @ParameterizedTest
  @CsvSource({
    "null, 0, 1.0, 0, 0, held, undefined-itemCount",
    "10, null, 1.0, 0, 0, held, undefined-shortItems",
    "10, 0, null, 0, 0, held, undefined-loadImbalance",
    "10, 0, 1.0, null, 0, held, undefined-loadSpread",
    "10, 0, 1.0, 0, null, held, undefined-peopleWithoutGold",
    "0, 0, 1.0, 0, 0, held, no-items",
    "10, 1, 1.0, 0, 0, held, too-few-annotators",
    "10, 0, 1.26, 6, 0, held, uneven-load",
    "10, 0, 1.26, 5, 0, pass, feasible",
    "10, 0, 1.25, 6, 0, pass, feasible",
    "10, 0, 1.0, 0, 0, pass, feasible"
  })
  default void task_creation(
      String items,
      String shortItems,
      String imbalance,
      String spread,
      String withoutGold,
      String verdict,
      String rule) {
    tables()
        .expect(
            "gate-task-creation",
            GateTables.inputs(
                "itemCount", items,
                "shortItems", shortItems,
                "loadImbalance", imbalance,
                "loadSpread", spread,
                "peopleWithoutGold", withoutGold,
                "goldLeft", "null",
                "goldDays", "null"),
            verdict,
            rule);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, null, held, gold-used-up",
    "3, 40, 90.0, held, gold-used-up",
    "0, 9, 90.0, pass, gold-runs-low",
    "0, 0, null, pass, gold-runs-low",
    "0, 10, 6.9, pass, gold-lasts-days",
    "0, 10, 7.0, pass, feasible",
    "0, 10, null, pass, feasible"
  })
  default void task_creation_with_little_gold(
      String withoutGold, String left, String days, String verdict, String rule) {
    tables()
        .expect(
            "gate-task-creation",
            GateTables.inputs(
                "itemCount", "10",
                "shortItems", "0",
                "loadImbalance", "1.0",
                "loadSpread", "0",
                "peopleWithoutGold", withoutGold,
                "goldLeft", left,
                "goldDays", days),
            verdict,
            rule);
  }

  @ParameterizedTest
  @CsvSource({
    "null, 0, null, 0.0, 0, share-unknown",
    "0.0, 0, 0.9, 0.0, 0, no-gold",
    "0.2, 0, null, 0.2, 100, first-items",
    "0.2, 99, 0.9, 0.2, 1, first-items",
    "0.2, 100, 0.80, 0.05, 0, proven",
    "0.2, 100, 0.79, 0.10, 0, not-proven",
    "0.2, 100, null, 0.10, 0, not-proven",
    "0.03, 100, 0.9, 0.03, 0, proven",
    "0.2, null, null, 0.10, 0, not-proven"
  })
  default void gold_share(
      String ofProject, String before, String low, double share, int forItems, String rule) {
    Map<String, Object> answer =
        tables()
            .evaluate(
                "gold-share",
                GateTables.inputs("goldShare", ofProject, "itemsBefore", before, "wilsonLow", low));

    assertThat(answer)
        .containsEntry("rule", rule)
        .containsEntry("restDays", 90)
        .containsEntry("mostOfSupply", 0.5)
        .containsEntry("share", share)
        .containsEntry("forItems", forItems);
  }

  @ParameterizedTest
  @CsvSource({
    "0, null, false, not-answered",
    "4, 1.0, false, too-few-people",
    "5, 0.6, true, disputed",
    "6, 0.5, true, disputed",
    "9, 0.44, false, sound"
  })
  default void gold_retirement(String people, String failShare, boolean retire, String rule) {
    Map<String, Object> inputs =
        GateTables.inputs(
            "people", people, "failShare", failShare, "wilsonLow", "0.231", "wilsonHigh", "0.882");
    inputs.put("failed", 3L);

    Map<String, Object> answer = tables().evaluate("gold-retirement", inputs);

    assertThat(answer).containsEntry("rule", rule).containsEntry("retire", retire);
    if (people.equals("5")) {
      assertThat(answer)
          .containsEntry(
              "because",
              "3 of 5 people answered otherwise: between 23 and 88 % of all, with 95 %"
                  + " confidence.");
    }
  }

  @ParameterizedTest
  @CsvSource({"null, true, unknown", "19, true, pooled-by-project", "20, false, batch-alone"})
  default void bias_pooling(String plantedInMonth, boolean pool, String rule) {
    assertThat(
            tables().evaluate("bias-pooling", GateTables.inputs("plantedInMonth", plantedInMonth)))
        .containsEntry("pool", pool)
        .containsEntry("rule", rule);
  }

  @ParameterizedTest
  @CsvSource({
    "null, 0, 0, 0, held, undefined-missingJudgements",
    "0, null, 0, 0, held, undefined-invalidJudgements",
    "0, 0, null, 0, held, undefined-tooFastPackages",
    "0, 0, 0, null, held, undefined-undecidedPackages",
    "1, 0, 0, 0, held, judgements-missing",
    "0, 1, 0, 0, held, judgements-invalid",
    "0, 0, 1, 0, held, pace-not-believed",
    "1, 1, 1, 1, held, judgements-missing",
    "0, 0, 0, 3, pass, sound",
    "0, 0, 0, 0, pass, sound"
  })
  default void annotation(
      String missing,
      String invalid,
      String tooFast,
      String undecided,
      String verdict,
      String rule) {
    tables()
        .expect(
            "gate-annotation",
            GateTables.inputs(
                "missingJudgements", missing,
                "invalidJudgements", invalid,
                "tooFastPackages", tooFast,
                "undecidedPackages", undecided),
            verdict,
            rule);
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
  default void gold_flag(
      String count,
      String sinceLook,
      String high,
      String cusum,
      String pauses,
      String action,
      String rule) {
    tables()
        .expect(
            "gold-flag",
            GateTables.inputs(
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
  default void gold_looks(String project, int reworks, String rule) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("project", project.equals("null") ? null : project);
    assertThat(tables().evaluate("gold-looks", inputs))
        .containsEntry("reworks", reworks)
        .containsEntry("rule", rule);
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
  default void session_fatigue(
      String activeMinutes, String pauseMinutes, String action, String rule) {
    tables()
        .expect(
            "session-fatigue",
            GateTables.inputs("activeMinutes", activeMinutes, "pauseMinutes", pauseMinutes),
            "action",
            action,
            rule);
  }

  @ParameterizedTest
  @CsvSource({
    "null, null, 0.15, 0.85, ordinary-first",
    "null, 0.99, 0.15, 0.99, ordinary-first",
    "raise-blind-share, 0.8, 0.30, 0.8, raised",
    "watch, 0.97, 0.15, 0.97, ordinary",
    "none, null, 0.15, 0.85, ordinary"
  })
  default void arm_shares(
      String lastAction, String sourceRight, double blindShare, double goldRight, String rule) {
    Map<String, Object> answer =
        tables()
            .evaluate(
                "arm-shares",
                GateTables.inputs("lastAction", lastAction, "sourceRight", sourceRight));

    assertThat(answer)
        .containsEntry("rule", rule)
        .containsEntry("blindShare", blindShare)
        .containsEntry("plantedShare", 0.03)
        .containsEntry("goldRightShare", goldRight);
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
  default void automation_bias(String shiftLow, String commissionLow, String action, String rule) {
    tables()
        .expect(
            "automation-bias",
            GateTables.inputs("shiftLow", shiftLow, "commissionLow", commissionLow),
            "action",
            action,
            rule);
  }
}
