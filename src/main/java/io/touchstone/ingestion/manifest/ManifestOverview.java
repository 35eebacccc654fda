package io.touchstone.ingestion.manifest;

import io.touchstone.ingestion.review.LeakStream;
import io.touchstone.ingestion.review.ReviewFigures;
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
 * @param leaks what the privacy review shows; empty before something was reviewed
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
    Optional<Leaks> leaks,
    Optional<Instant> rawErasedAt) {

  /**
   * What may still show personal data.
   *
   * @param reviewed items of the random sample
   * @param missed those in which something was missed, now masked
   * @param upperBound share of leaking items that the sample rules out to be exceeded, 0 to 1
   * @param limit share that the project allows
   * @param riskReviewed items beside the sample that looked likelier to leak
   * @param riskMissed those in which something was missed
   * @param sensitivity share of leaks that the reviewer sees, by which the bounds are divided
   * @param plantedShown invented leaks by which that was measured; below 20 it is assumed, or the
   *     share seen where that is less
   * @param plantedSeen those of them that were seen
   * @param streamBatches batches of the project under the same rules within 12 months
   * @param streamReviewed items of their random samples
   * @param streamMissed those in which something was missed
   * @param streamUpperBound share that they leak at most together
   */
  record Leaks(
      int reviewed,
      int missed,
      double upperBound,
      double limit,
      int riskReviewed,
      int riskMissed,
      double sensitivity,
      int plantedShown,
      int plantedSeen,
      int streamBatches,
      int streamReviewed,
      int streamMissed,
      double streamUpperBound) {

    static Leaks of(ReviewFigures figures) {
      LeakStream stream = figures.stream();
      return new Leaks(
          figures.reviewed(),
          figures.missed(),
          figures.upperBound(),
          figures.limit(),
          figures.riskReviewed(),
          figures.riskMissed(),
          figures.sensitivity().value(),
          figures.sensitivity().shown(),
          figures.sensitivity().seen(),
          stream.batches(),
          stream.reviewed(),
          stream.missed(),
          stream.upperBound(figures.sensitivity()));
    }
  }

  /**
   * Documents, pictures and recordings at a glance.
   *
   * @param types objects per media type as their content told
   * @param quarantined objects per reason
   * @param removed what was taken out beside text, and how often
   * @param doubtful places where a person should look
   * @param unreadPictures pictures whose text nobody looked at
   * @param words that readers of the documents saw, where they were counted
   * @param lostWords those that cleaning lost, quarantined documents included
   */
  record Objects(
      Map<String, Long> types,
      Map<String, Long> quarantined,
      Map<String, Long> removed,
      long doubtful,
      long unreadPictures,
      long words,
      long lostWords) {}

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
