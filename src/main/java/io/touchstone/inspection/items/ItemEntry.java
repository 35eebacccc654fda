package io.touchstone.inspection.items;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a batch and what became of it.
 *
 * @param source position of the source object in the batch, from 1
 * @param label stable id of the verdict's label
 * @param spans how many the verdict has, in a project of spans
 * @param judgements made so far by annotators, corrections not counted
 * @param labels how many different answers they are
 * @param masks how many of each kind de-identification put
 * @param routes codes of the routing rules that fired, pass by pass
 */
public record ItemEntry(
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
    long labels,
    Map<String, Integer> masks,
    List<String> routes) {

  ItemFilter.Position position() {
    return new ItemFilter.Position(source, row);
  }
}
