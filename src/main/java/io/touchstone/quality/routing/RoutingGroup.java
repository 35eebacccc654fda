package io.touchstone.quality.routing;

import io.touchstone.quality.round.LabelCombination;

/**
 * Items of a batch that take the same route, because their labels and all else that is known of
 * them are the same.
 */
public record RoutingGroup(LabelCombination combination, RoutingCase.Evidence evidence) {

  /**
   * What the table is asked.
   *
   * @param annotatorsPerItem judgements that the project asks for
   * @param maxAnnotatorsPerItem judgements that it may have at most
   */
  public RoutingCase routingCase(int annotatorsPerItem, int maxAnnotatorsPerItem) {
    return new RoutingCase(
        combination.votes().fall(), evidence, annotatorsPerItem, maxAnnotatorsPerItem);
  }
}
