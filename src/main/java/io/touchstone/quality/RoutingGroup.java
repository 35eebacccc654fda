package io.touchstone.quality;

/**
 * Items of a batch that take the same route, because their labels and all else that is known of
 * them are the same.
 */
record RoutingGroup(LabelCombination combination, RoutingCase.Evidence evidence) {

  /**
   * What the table is asked.
   *
   * @param annotatorsPerItem judgements that the project asks for
   * @param maxAnnotatorsPerItem judgements that it may have at most
   */
  RoutingCase routingCase(int annotatorsPerItem, int maxAnnotatorsPerItem) {
    return new RoutingCase(
        combination.votes().fall(), evidence, annotatorsPerItem, maxAnnotatorsPerItem);
  }
}
