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
  default void task_creation(
      String items,
      String shortItems,
      String imbalance,
      String spread,
      String verdict,
      String rule) {
    tables()
        .expect(
            "gate-task-creation",
            GateTables.inputs(
                "itemCount", items,
                "shortItems", shortItems,
                "loadImbalance", imbalance,
                "loadSpread", spread),
            verdict,
            rule);
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
    "null, 0.15, ordinary-first",
    "raise-blind-share, 0.30, raised",
    "watch, 0.15, ordinary",
    "none, 0.15, ordinary"
  })
  default void arm_shares(String lastAction, double blindShare, String rule) {
    Map<String, Object> answer =
        tables().evaluate("arm-shares", GateTables.inputs("lastAction", lastAction));

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
