package io.touchstone.release.version;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of a dataset, from its draft on.
 *
 * @param version "1.2.0"
 * @param batchId the batch that made it
 * @param rootSha256 SHA-256 of sha256sums.txt
 * @param dvcMd5 DVC's name of the directory
 * @param gitCommit once published
 * @param approvedBy once approved, a user id
 */
public record DatasetVersion(
    String dataset,
    String version,
    String batchId,
    State state,
    long records,
    String rootSha256,
    String dvcMd5,
    VersionDetails details,
    Optional<String> gitCommit,
    Optional<String> approvedBy,
    Optional<Instant> approvedAt,
    Optional<Instant> publishedAt) {

  /** Where the version stands. */
  public enum State {
    DRAFT,
    PUBLISHED,
    REJECTED;

    /** As stored and shown. */
    String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static State of(String id) {
      return valueOf(id.toUpperCase(java.util.Locale.ROOT));
    }
  }

  /** Whether the batch brought nothing that the previous version does not have. */
  public boolean isUnchanged() {
    return details.previousVersion().filter(version::equals).isPresent();
  }
}
