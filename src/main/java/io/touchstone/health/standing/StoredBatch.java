package io.touchstone.health.standing;

import io.touchstone.pipeline.BatchPosition;
import java.time.Instant;
import java.util.Optional;

/**
 * A batch as its row says; what the engine has open for it comes on top in {@link Standing}.
 *
 * @param name what people call it
 * @param state running, held, stopped or done
 * @param processSet version of the set of processes it runs under; empty if it began before that
 *     was noted
 * @param packagesWaitedFor work packages that it counts down before it goes on
 * @param stageSince when it entered the stage; empty before the first
 */
record StoredBatch(
    String id,
    Optional<String> name,
    String project,
    String submittedBy,
    Instant createdAt,
    String stage,
    String state,
    Optional<Instant> stageSince,
    Optional<String> heldBecause,
    Optional<Instant> heldSince,
    Optional<Instant> endedAt,
    Optional<String> processSet,
    int packagesWaitedFor) {

  BatchPosition position() {
    return new BatchPosition(createdAt, id);
  }

  /** Whether the engine may still have something open for it. */
  boolean alive() {
    return endedAt.isEmpty();
  }
}
