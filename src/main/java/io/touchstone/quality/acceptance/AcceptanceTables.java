package io.touchstone.quality.acceptance;

import io.touchstone.quality.round.BatchTables;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables that plan and judge the sample on which a batch is accepted. */
final class AcceptanceTables {

  static final String PLAN = "acceptance-plan";
  static final String ACCEPTANCE = "batch-acceptance";
  private static final Set<String> VERDICTS =
      Set.of(BatchAcceptance.ACCEPT, BatchAcceptance.REJECT, BatchAcceptance.INCOMPLETE);

  private final BatchTables tables;

  AcceptanceTables(BatchTables tables) {
    this.tables = tables;
  }

  /**
   * @param lotSize items that votes alone have settled
   * @param aql acceptance quality limit in percent
   */
  AcceptancePlan plan(int lotSize, double aql) {
    Map<String, Object> answer = tables.evaluate(PLAN, Map.of("lotSize", lotSize, "aql", aql));
    int sampleSize = number(answer, "sampleSize");
    int acceptanceNumber = number(answer, "acceptanceNumber");
    if (sampleSize < 0 || sampleSize > lotSize || acceptanceNumber < 0) {
      throw BatchTables.unusable(PLAN, "sampleSize", "at most the lot, and no negative numbers");
    }
    return new AcceptancePlan(
        lotSize,
        aql,
        BatchTables.text(PLAN, answer, "letter"),
        sampleSize,
        acceptanceNumber,
        number(answer, "rejectionNumber"),
        BatchTables.text(PLAN, answer, "rule"),
        BatchTables.text(PLAN, answer, "because"));
  }

  /**
   * @param inspectedItems items of the plan's sample that a reviewer has decided
   * @param wrongItems of these, those decided otherwise than by the votes
   */
  BatchAcceptance judge(AcceptancePlan plan, int inspectedItems, int wrongItems) {
    Optional<LimitingQuality> limit = limit(plan);
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("lotSize", plan.lotSize());
    inputs.put("sampleSize", plan.sampleSize());
    inputs.put("acceptanceNumber", plan.acceptanceNumber());
    inputs.put("inspectedItems", inspectedItems);
    inputs.put("wrongItems", wrongItems);
    inputs.put("limitingQuality", limit.map(LimitingQuality::share).orElse(null));
    Map<String, Object> answer = tables.evaluate(ACCEPTANCE, inputs);
    String verdict = BatchTables.text(ACCEPTANCE, answer, "verdict");
    if (!VERDICTS.contains(verdict)) {
      throw BatchTables.unusable(ACCEPTANCE, "verdict", "accept, reject or incomplete");
    }
    return new BatchAcceptance(
        plan,
        inspectedItems,
        wrongItems,
        limit.map(LimitingQuality::share),
        limit.map(each -> each.items(plan.lotSize())),
        verdict,
        BatchTables.text(ACCEPTANCE, answer, "rule"),
        BatchTables.text(ACCEPTANCE, answer, "because"));
  }

  /** A sample that is the whole lot lets nothing through by chance. */
  private static Optional<LimitingQuality> limit(AcceptancePlan plan) {
    boolean sampled = plan.sampleSize() > plan.acceptanceNumber();
    return sampled && plan.sampleSize() < plan.lotSize()
        ? Optional.of(new LimitingQuality(plan.sampleSize(), plan.acceptanceNumber()))
        : Optional.empty();
  }

  private static int number(Map<String, Object> answer, String output) {
    if (answer.get(output) instanceof Number number) {
      return number.intValue();
    }
    throw BatchTables.unusable(PLAN, output, "a number in every row");
  }
}
