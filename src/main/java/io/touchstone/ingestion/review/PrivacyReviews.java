package io.touchstone.ingestion.review;

import io.touchstone.audit.AuditTrail;
import io.touchstone.ingestion.review.PrivacyReviewRepository.Latest;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.BatchInProject;
import io.touchstone.pipeline.BatchesInProject;
import io.touchstone.project.ProjectSettings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws the items that the privacy officer looks at, and says what their review shows of the whole
 * batch. Rounds add up to one random sample of each stratum without replacement.
 */
@Service
public class PrivacyReviews {

  private static final Logger log = LoggerFactory.getLogger(PrivacyReviews.class);

  /** In the place of a digest, where rows of one batch went through several rules. */
  private static final String SEVERAL = "several";

  private final PrivacyReviewRepository repository;
  private final SampleRepository samples;
  private final PlantRepository plants;
  private final ReviewSheets sheets;
  private final ReviewerSensitivities sensitivities;
  private final BatchesInProject batches;
  private final AuditTrail audit;
  private final Clock clock;

  PrivacyReviews(
      PrivacyReviewRepository repository,
      SampleRepository samples,
      PlantRepository plants,
      ReviewSheets sheets,
      ReviewerSensitivities sensitivities,
      BatchesInProject batches,
      AuditTrail audit,
      Clock clock) {
    this.repository = repository;
    this.samples = samples;
    this.plants = plants;
    this.sheets = sheets;
    this.sensitivities = sensitivities;
    this.batches = batches;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Draws as many further items as can show the limit to be kept, and puts beside them what else
   * belongs on a sheet. A round that waits already is left as it is; where the limit is shown or
   * cannot be, nothing is drawn. A review that shows nothing because the reviewers overlooked so
   * much is begun anew.
   */
  @Transactional
  public ReviewFigures draw(String batchId) {
    ReviewFigures before = figures(batchId);
    int run = run(batchId);
    if (before.isOverlooked()) {
      run++;
      before = figures(batchId, run);
    }
    List<Integer> target = before.target();
    if (before.waiting() > 0 || target.isEmpty()) {
      return before;
    }
    int round = repository.latest(batchId).map(Latest::round).orElse(0) + 1;
    BatchInProject within = batches.require(batchId);
    ReviewSheets.Sheet sheet =
        sheets.compose(
            new ReviewSheets.Place(batchId, within.key(), run, round), within.settings(), target);
    repository.addRound(
        batchId,
        round,
        run,
        before.population(),
        before.limit(),
        samples.policy(batchId).orElse(SEVERAL),
        sheet.rows(),
        clock.instant());
    plants.add(sheet.plants());
    record(batchId, round, before);
    return figures(batchId);
  }

  /** Items that were made again under other rules are reviewed anew. */
  private int run(String batchId) {
    String policy = samples.policy(batchId).orElse(SEVERAL);
    return repository
        .latest(batchId)
        .map(
            latest ->
                latest.policy().filter(before -> !before.equals(policy)).isPresent()
                    ? latest.run() + 1
                    : latest.run())
        .orElse(1);
  }

  private void record(String batchId, int round, ReviewFigures before) {
    int drawn = before.further();
    audit.record(
        AuditTrail.SYSTEM,
        "privacy_sample_drawn",
        "batch:" + batchId,
        Map.of("round", round, "drawn", drawn, "population", before.population()));
    log.info(
        "privacy_sample_drawn batch={} round={} drawn={} population={}",
        batchId,
        round,
        drawn,
        before.population());
  }

  /** What the submitted rounds show. */
  @Transactional(readOnly = true)
  public ReviewFigures figures(String batchId) {
    return figures(batchId, run(batchId));
  }

  private ReviewFigures figures(String batchId, int run) {
    BatchInProject within = batches.require(batchId);
    Batch batch = within.batch();
    ProjectSettings settings = within.settings();
    PrivacyReviewRepository.Tally tally = repository.tally(batchId, run);
    return new ReviewFigures(
        !settings.deidentification().none(),
        tally.round(),
        tally.waiting(),
        samples.strata(batchId, run),
        tally.missed(),
        tally.riskReviewed(),
        tally.riskMissed(),
        sensitivities.of(batchId, run, batch.projectKey()),
        stream(batch),
        settings.leakLimit());
  }

  private LeakStream stream(Batch batch) {
    Optional<String> policy = samples.policy(batch.id());
    return policy
        .map(digest -> samples.stream(batch.projectKey(), digest, sensitivities.since()))
        .orElse(LeakStream.NONE);
  }
}
