package io.touchstone.tasking;

import java.util.List;

/**
 * A work package about to be stored.
 *
 * @param itemIds in the order in which the person sees them
 */
record PlannedPackage(
    String id,
    String batchId,
    String annotatorId,
    WorkPackage.Kind kind,
    int round,
    int number,
    int estimatedSeconds,
    List<String> itemIds) {

  /** The same package with other items. */
  PlannedPackage with(List<String> others) {
    return new PlannedPackage(
        id, batchId, annotatorId, kind, round, number, estimatedSeconds, List.copyOf(others));
  }
}
