package io.touchstone.release.version;

import java.util.Optional;

/**
 * Which items a version has: those of published versions up to the previous one, and those of the
 * batch.
 *
 * @param parted whether its records are in several parts
 */
public record Scope(
    String dataset, String batchId, Optional<String> previousVersion, boolean parted) {

  /** The previous version as PostgreSQL writes an integer array; below every version if none. */
  String previousAsArray() {
    return "{" + previousVersion.orElse("0.0.0").replace('.', ',') + "}";
  }
}
