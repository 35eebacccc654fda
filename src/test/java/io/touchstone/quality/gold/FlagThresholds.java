package io.touchstone.quality.gold;

import io.touchstone.quality.round.BatchTables;
import java.util.HashMap;
import java.util.Map;

/**
 * The table gold-flag with its thresholds read from it, for millions of questions: it is asked only
 * once for all sums of evidence on the same side of its limit, and for all accuracies while the
 * next look is not due. The limits are found by asking the table itself, none is written here.
 */
final class FlagThresholds implements BatchTables {

  private final BatchTables table;
  private final double limit;
  private final long due;
  private final Map<String, Map<String, Object>> answers = new HashMap<>();

  FlagThresholds(BatchTables table) {
    this.table = table;
    this.limit = limitOfTheSum();
    this.due = answersUntilALook();
  }

  private double limitOfTheSum() {
    double silent = 0;
    double raised = 1_000;
    for (int halving = 0; halving < 60; halving++) {
      double middle = (silent + raised) / 2;
      if (rule(new GoldWindow(new GoldScore(10, 5), 10, middle)).equals("coach-between-looks")) {
        raised = middle;
      } else {
        silent = middle;
      }
    }
    return raised;
  }

  private long answersUntilALook() {
    long since = 1;
    while (rule(new GoldWindow(new GoldScore(1_000, 1_000), since, 0)).equals("between-looks")) {
      since++;
    }
    return since;
  }

  private Object rule(GoldWindow window) {
    return table.evaluate(GoldTables.GOLD_FLAG, window.inputs(0)).get("rule");
  }

  @Override
  public Map<String, Object> evaluate(String decisionKey, Map<String, Object> inputs) {
    boolean raised = (double) inputs.get("cusum") >= limit;
    boolean look = (long) inputs.get("sinceLook") >= due;
    String question = raised + " " + look + (look ? " " + inputs.get("wilsonHigh") : "");
    return answers.computeIfAbsent(question, once -> table.evaluate(decisionKey, inputs));
  }
}
