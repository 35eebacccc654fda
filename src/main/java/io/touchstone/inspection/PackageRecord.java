package io.touchstone.inspection;

import java.time.Instant;
import java.util.Optional;

/** A work package of a batch and the person who had it. */
record PackageRecord(
    String packageId,
    String person,
    String kind,
    int round,
    String state,
    long items,
    Optional<Instant> openedAt,
    Optional<Instant> submittedAt) {}
