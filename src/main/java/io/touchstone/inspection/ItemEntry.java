package io.touchstone.inspection;

import java.util.Optional;

/**
 * A row of a batch and what became of it.
 *
 * @param source position of the source object in the batch, from 1
 * @param label stable id of the verdict's label
 * @param spans how many the verdict has, in a project of spans
 * @param judgements made so far by annotators, corrections not counted
 */
record ItemEntry(
    int source,
    long row,
    String status,
    Optional<String> reason,
    Optional<String> itemId,
    Optional<String> label,
    Optional<Integer> spans,
    Optional<String> method,
    Optional<String> routingRule,
    long judgements,
    long labels) {

  ItemFilter.Position position() {
    return new ItemFilter.Position(source, row);
  }
}
