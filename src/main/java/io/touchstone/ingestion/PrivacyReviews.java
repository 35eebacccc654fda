package io.touchstone.ingestion;

import io.touchstone.audit.AuditTrail;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.BatchKeys;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.Projects;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws the items that the privacy officer looks at, and says what their review shows of the whole
 * batch. Rounds add up to one simple random sample without replacement.
 */
@Service
class PrivacyReviews {

  private static final Logger log = LoggerFactory.getLogger(PrivacyReviews.class);

  private final PrivacyReviewRepository repository;
  private final Batches batches;
  private final Projects projects;
  private final BatchKeys keys;
  private final AuditTrail audit;
  private final Clock clock;

  PrivacyReviews(
      PrivacyReviewRepository repository,
      Batches batches,
      Projects projects,
      BatchKeys keys,
      AuditTrail audit,
      Clock clock) {
    this.repository = repository;
    this.batches = batches;
    this.projects = projects;
    this.keys = keys;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Draws as many further items as can show the limit to be kept. A round that waits already is
   * left as it is; where the limit is shown or cannot be, nothing is drawn.
   */
  @Transactional
  public ReviewFigures draw(String batchId) {
    ReviewFigures before = figures(batchId);
    if (before.waiting() > 0 || before.further() == 0) {
      return before;
    }
    Hmac key = keys.of(batchId);
    List<String> items = sample(key, repository.undrawn(batchId)).subList(0, before.further());
    int round = before.round() + 1;
    repository.addRound(
        batchId,
        round,
        before.population(),
        before.limit(),
        items.stream().map(item -> key.id("privacy-review-item", item)).toList(),
        items,
        clock.instant());
    audit.record(
        AuditTrail.SYSTEM,
        "privacy_sample_drawn",
        "batch:" + batchId,
        Map.of("round", round, "drawn", items.size(), "population", before.population()));
    log.info(
        "privacy_sample_drawn batch={} round={} drawn={} population={}",
        batchId,
        round,
        items.size(),
        before.population());
    return figures(batchId);
  }

  /**
   * The order in which items of a batch are drawn: for whoever lacks the batch's key every order is
   * equally likely, and for the same key it is always the same one.
   */
  static List<String> sample(Hmac batchKey, List<String> items) {
    return batchKey.shuffled(items, "privacy-review");
  }

  /** What the submitted rounds show. */
  @Transactional(readOnly = true)
  public ReviewFigures figures(String batchId) {
    Batch batch = batches.require(batchId);
    ProjectSettings settings = projects.require(batch.projectKey()).settings();
    PrivacyReviewRepository.Tally tally = repository.tally(batchId);
    return ReviewFigures.of(
        !settings.deidentification().none(),
        tally.round(),
        tally.waiting(),
        tally.population(),
        tally.reviewed(),
        tally.missed(),
        settings.leakLimit());
  }
}
