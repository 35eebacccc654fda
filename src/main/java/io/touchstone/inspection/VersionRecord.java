package io.touchstone.inspection;

import java.time.Instant;
import java.util.Optional;

/** A dataset version. */
record VersionRecord(
    String dataset,
    String version,
    String batchId,
    String state,
    long records,
    String rootSha256,
    Optional<String> gitCommit,
    Optional<String> approvedBy,
    Optional<Instant> approvedAt,
    Optional<Instant> publishedAt) {}
