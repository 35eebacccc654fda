package io.touchstone.pipeline;

import java.time.Instant;
import java.util.Map;

/**
 * What a gate decided, on which numbers, under which version of its table.
 *
 * @param verdict pass, held, or a code of its own where the pipeline leads to somebody else than
 *     the data manager, as "revise-guideline"
 * @param rule stable code of the rule that fired
 * @param because a sentence for people
 */
public record GateDecision(
    long id,
    String batchId,
    Stage stage,
    String decisionKey,
    int decisionVersion,
    String decisionDefinitionId,
    Map<String, Object> inputs,
    String verdict,
    String rule,
    String because,
    Instant at) {

  /** The batch goes on. */
  public static final String PASS = "pass";

  private static final String HELD = "held";

  /** Whether a data manager has to decide. */
  boolean holds() {
    return HELD.equals(verdict);
  }
}
