package io.touchstone.inspection;

import io.touchstone.pipeline.BatchPosition;
import java.time.Instant;
import java.util.Optional;

/** One batch in the list. */
record BatchEntry(
    String batchId,
    String project,
    String submittedBy,
    Instant createdAt,
    Optional<Instant> endedAt,
    String stage,
    String state,
    Optional<String> heldBecause) {

  BatchPosition position() {
    return new BatchPosition(createdAt, batchId);
  }

  /** Whether nothing can happen to it any more, so that its gold may be shown. */
  boolean closed() {
    return endedAt.isPresent();
  }
}
