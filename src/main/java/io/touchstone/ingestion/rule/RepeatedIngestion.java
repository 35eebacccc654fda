package io.touchstone.ingestion.rule;

import io.touchstone.audit.AuditTrail;
import io.touchstone.ingestion.item.SuggestionSink;
import io.touchstone.ingestion.policy.DeidentificationPolicies;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.project.Project;
import io.touchstone.project.Projects;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has a batch of stage 1 made again when the rules of its project have changed since its rows were
 * read: a sample under the new rules says nothing of items that the old ones made. Ids stay, since
 * they come from the rows. The raw objects are there as long as the stage can be repeated.
 */
@Service
class RepeatedIngestion {

  private static final Logger log = LoggerFactory.getLogger(RepeatedIngestion.class);

  private final RepeatedIngestionRepository repository;
  private final SuggestionSink suggestions;
  private final Batches batches;
  private final Projects projects;
  private final DeidentificationPolicies policies;
  private final AuditTrail audit;
  private final Clock clock;

  RepeatedIngestion(
      RepeatedIngestionRepository repository,
      SuggestionSink suggestions,
      Batches batches,
      Projects projects,
      DeidentificationPolicies policies,
      AuditTrail audit,
      Clock clock) {
    this.repository = repository;
    this.suggestions = suggestions;
    this.batches = batches;
    this.projects = projects;
    this.policies = policies;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes the batch to the newest version of its project, in which somebody has changed the rules
   * to have the stage repeated. Does nothing where no row is read yet, or all were read under the
   * rules of today.
   */
  @Transactional
  public void takeUpRules(String batchId) {
    Batch batch = batches.require(batchId);
    Project newest = projects.require(batch.projectKey());
    String policy = policies.of(newest.settings()).sha256();
    if (!repository.isMadeOtherwise(batchId, policy)) {
      return;
    }
    batches.takeVersions(batch, newest.pins());
    suggestions.forget(batchId);
    int lines = repository.undo(batchId, clock.instant());
    audit.record(
        AuditTrail.SYSTEM,
        "batch_made_again",
        "batch:" + batchId,
        Map.of("rows", lines, "policy", policy));
    log.info("batch_made_again batch={} rows={} policy={}", batchId, lines, policy);
  }
}
