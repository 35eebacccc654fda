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
    List<String> itemIds) {}
