package io.touchstone.quality.routing;

import io.touchstone.quality.round.LabelCombination;

/**
 * Items of a batch that take the same route, because their labels and all else that is known of
 * them are the same.
 *
 * @param question that was answered so
 * @param unasked annotators of the item who were not asked it
 */
public record RoutingGroup(
    String question, LabelCombination combination, int unasked, RoutingCase.Evidence evidence) {

  /**
   * What the table is asked.
   *
   * @param annotatorsPerItem judgements that the project asks for
   * @param maxAnnotatorsPerItem judgements that it may have at most
   */
  public RoutingCase routingCase(int annotatorsPerItem, int maxAnnotatorsPerItem) {
    return new RoutingCase(
        combination.votes().fall(),
        evidence,
        Math.max(1, annotatorsPerItem - unasked),
        Math.max(1, maxAnnotatorsPerItem - unasked));
  }
}
