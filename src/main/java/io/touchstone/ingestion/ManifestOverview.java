package io.touchstone.ingestion;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A manifest at a glance.
 *
 * @param state of the batch
 * @param sources in the order of their delivery
 * @param objects documents, pictures and recordings
 * @param masks made in all items, per type
 * @param corrected how many of these a privacy officer's review added
 * @param nearDuplicates items that nearly say what an earlier one says
 * @param policies digests of the policies that the rows went through, and how many rows each
 * @param notDeidentifiedBecause the project's reason, where it removes nothing
 * @param sealedAt when stage 1 ended
 * @param root as it was sealed
 * @param unchanged whether manifest and texts are still as they were sealed; empty before that
 * @param rawErasedAt when the batch's key was destroyed
 */
record ManifestOverview(
    String batchId,
    String project,
    String state,
    Instant receivedAt,
    String submittedBy,
    List<SourceCounts> sources,
    Objects objects,
    Map<String, Long> masks,
    long corrected,
    long nearDuplicates,
    Map<String, Long> policies,
    Optional<String> notDeidentifiedBecause,
    Optional<Instant> sealedAt,
    Optional<String> root,
    Optional<Boolean> unchanged,
    Optional<Instant> rawErasedAt) {

  /**
   * Documents, pictures and recordings at a glance.
   *
   * @param types objects per media type as their content told
   * @param quarantined objects per reason
   * @param removed what was taken out beside text, and how often
   * @param doubtful places where a person should look
   */
  record Objects(
      Map<String, Long> types,
      Map<String, Long> quarantined,
      Map<String, Long> removed,
      long doubtful) {}

  /**
   * What one source object delivered and what became of it.
   *
   * @param received rows counted at intake
   */
  record SourceCounts(
      String sourceId,
      String mediaType,
      long bytes,
      String digest,
      long received,
      long ok,
      long rejected,
      long duplicate,
      long quarantined) {}

  /** A line of the list of manifests. */
  record Entry(
      String batchId,
      String project,
      String state,
      Instant receivedAt,
      long received,
      long ok,
      long rejected,
      long duplicate,
      long quarantined,
      Optional<Instant> sealedAt,
      Optional<Instant> rawErasedAt) {}
}
