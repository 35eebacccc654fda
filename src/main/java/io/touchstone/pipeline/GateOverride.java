package io.touchstone.pipeline;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A batch went on although its gate had not let it pass.
 *
 * @param gateDecisionId of the verdict that was not followed
 * @param gate key of the decision table
 * @param because the gate's sentence
 * @param figures the numbers and codes that the gate's verdict rests on, by name; texts, booleans
 *     and numbers
 * @param person user id of who accepted the batch; empty if nobody did and the process led on
 * @param at when it was accepted
 * @param reason what the person wrote; empty once it is erased
 */
public record GateOverride(
    long gateDecisionId,
    String batchId,
    Stage stage,
    String gate,
    int gateVersion,
    String verdict,
    String rule,
    String because,
    SortedMap<String, Object> figures,
    Optional<String> person,
    Optional<Instant> at,
    Optional<String> reason) {

  /** Whether this person went against the gate. */
  public boolean by(String personId) {
    return person.filter(personId::equals).isPresent();
  }
}
