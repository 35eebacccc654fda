package io.touchstone.quality.verdict;

import io.touchstone.quality.round.BatchTables;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The table that says how much of what votes have settled is looked at again. */
public final class AuditTable {

  static final String RANDOM_AUDIT = "random-audit";

  private final BatchTables tables;

  public AuditTable(BatchTables tables) {
    this.tables = tables;
  }

  /**
   * How much is looked at again.
   *
   * @param accepted items that votes alone have decided
   * @param acceptanceSample items that acceptance must see; empty where nothing is asked
   */
  AuditPlan audit(long accepted, Optional<Long> acceptanceSample) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("acceptedItems", accepted);
    inputs.put("acceptanceSample", acceptanceSample.orElse(null));
    Map<String, Object> answer = tables.evaluate(RANDOM_AUDIT, inputs);
    return new AuditPlan(
        share(answer, "share"),
        (long) number(answer, "least"),
        share(answer, "cover"),
        BatchTables.text(RANDOM_AUDIT, answer, "rule"));
  }

  private static double share(Map<String, Object> answer, String output) {
    double share = number(answer, output);
    if (!(share >= 0 && share <= 1)) {
      throw BatchTables.unusable(RANDOM_AUDIT, output, "a share from 0 to 1");
    }
    return share;
  }

  private static double number(Map<String, Object> answer, String output) {
    if (answer.get(output) instanceof Number number) {
      return number.doubleValue();
    }
    throw BatchTables.unusable(RANDOM_AUDIT, output, "a number in every row");
  }
}
