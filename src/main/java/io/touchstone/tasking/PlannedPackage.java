package io.touchstone.tasking;

import java.util.List;

/**
 * A work package about to be stored.
 *
 * @param itemIds in the order in which the person sees them
 */
public record PlannedPackage(
    String id,
    String batchId,
    String annotatorId,
    WorkPackage.Kind kind,
    WorkPackage.Mode mode,
    int round,
    int number,
    int estimatedSeconds,
    List<String> itemIds) {

  /** The same package with other items. */
  public PlannedPackage with(List<String> others) {
    return new PlannedPackage(
        id, batchId, annotatorId, kind, mode, round, number, estimatedSeconds, List.copyOf(others));
  }

  /** The same package in another mode. */
  public PlannedPackage in(WorkPackage.Mode other) {
    return new PlannedPackage(
        id, batchId, annotatorId, kind, other, round, number, estimatedSeconds, itemIds);
  }
}
