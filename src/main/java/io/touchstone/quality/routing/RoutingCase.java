package io.touchstone.quality.routing;

import io.touchstone.quality.round.Votes;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that the table adjudication-routing looks at: items with the same numbers take the same
 * route, so the table is asked once for all of them.
 *
 * @param votes how the labels of the item fall
 * @param evidence what else is known of it
 * @param annotatorsPerItem judgements that the project asks for
 * @param maxAnnotatorsPerItem judgements that it may have at most
 */
public record RoutingCase(
    Votes.Fall votes, Evidence evidence, int annotatorsPerItem, int maxAnnotatorsPerItem) {

  /**
   * What is known of an item beside its votes.
   *
   * @param flaggedVotes judgements by people whose gold calls for clarification
   * @param highRisk whether somebody named a class whose mistakes are dear
   * @param posterior probability that the most frequent label is the true one, from 0 to 1, rounded
   *     down to two decimals; empty where none can be had and the votes alone count
   * @param othersLeft whether there is somebody else who may label it
   */
  public record Evidence(
      int flaggedVotes, boolean highRisk, Optional<BigDecimal> posterior, boolean othersLeft) {

    /** Of an item of which nothing is known but its votes. */
    public static final Evidence NONE = new Evidence(0, false, Optional.empty(), true);
  }

  /** Whether one more annotator may be asked. */
  boolean mayHaveMore() {
    return evidence.othersLeft() && votes.count() < maxAnnotatorsPerItem;
  }

  /** By the names that the table uses; null for what is undefined. */
  Map<String, Object> inputs() {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("votes", votes.count());
    inputs.put("topVotes", votes.top());
    inputs.put("distinctLabels", votes.distinct());
    inputs.put("tie", votes.tie());
    inputs.put("abstentions", votes.abstentions());
    inputs.put("annotatorsPerItem", annotatorsPerItem);
    inputs.put("maxAnnotatorsPerItem", maxAnnotatorsPerItem);
    inputs.put("flaggedVotes", evidence.flaggedVotes());
    inputs.put("highRisk", evidence.highRisk());
    inputs.put("posterior", evidence.posterior().map(BigDecimal::doubleValue).orElse(null));
    inputs.put("othersLeft", evidence.othersLeft());
    return inputs;
  }
}
