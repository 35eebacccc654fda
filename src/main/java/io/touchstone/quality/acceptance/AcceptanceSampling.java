package io.touchstone.quality.acceptance;

import io.touchstone.audit.AuditTrail;
import io.touchstone.audit.Recording;
import io.touchstone.audit.Recordings;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.engine.process.DecisionTables;
import io.touchstone.project.Projects;
import io.touchstone.quality.round.RoundRepository;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accepts or rejects what votes alone have settled in a batch, by a blind sample that a reviewer
 * looks at. A repeated call changes nothing.
 */
@Service
public class AcceptanceSampling implements AcceptanceSample {

  private static final Logger log = LoggerFactory.getLogger(AcceptanceSampling.class);

  private final AcceptanceRepository samples;
  private final RoundRepository rounds;
  private final Batches batches;
  private final Projects projects;
  private final DecisionTables tables;
  private final Recordings recordings;
  private final AuditTrail audit;
  private final Clock clock;

  AcceptanceSampling(
      AcceptanceRepository samples,
      RoundRepository rounds,
      Batches batches,
      Projects projects,
      DecisionTables tables,
      Recordings recordings,
      AuditTrail audit,
      Clock clock) {
    this.samples = samples;
    this.rounds = rounds;
    this.batches = batches;
    this.projects = projects;
    this.tables = tables;
    this.recordings = recordings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * How many items are to be drawn, and how many of them may be wrong.
   *
   * @param lotSize items that votes alone have settled
   */
  public AcceptancePlan plan(String batchId, int lotSize) {
    double aql = projects.of(batches.require(batchId).pins()).settings().aql();
    return tables(batchId).plan(lotSize, aql);
  }

  /** As many as the plan asks for, beside those that were drawn from a lot that was rejected. */
  @Override
  public long size(String batchId, long accepted) {
    return plan(batchId, samples.lotSize(batchId)).sampleSize()
        + samples.drawnFromRejected(batchId);
  }

  /** Decides on what has been found so far, and keeps the decision. */
  @Transactional
  public BatchAcceptance judge(String batchId) {
    rounds.lock(batchId);
    AcceptancePlan plan = plan(batchId, samples.lotSize(batchId));
    AcceptanceRepository.Findings found = samples.findings(batchId, plan.sampleSize());
    BatchAcceptance acceptance = tables(batchId).judge(plan, found.inspected(), found.wrong());
    StoredAcceptance stored =
        new StoredAcceptance(
            acceptance,
            tables.version(batchId, AcceptanceTables.PLAN),
            tables.version(batchId, AcceptanceTables.ACCEPTANCE));
    int round = rounds.latest(batchId).map(RoundRepository.Latest::round).orElse(1);
    long recording = recordings.begin();
    if (samples.insert(batchId, round, stored, recording, clock.instant())) {
      note(batchId, acceptance, recordings.end(RecordedAcceptanceRepository.KIND, recording));
    }
    return acceptance;
  }

  private void note(String batchId, BatchAcceptance acceptance, Recording recorded) {
    audit.record(
        AuditTrail.SYSTEM,
        "batch_sampled",
        "batch:" + batchId,
        Map.of(
            "verdict",
            acceptance.verdict(),
            "rule",
            acceptance.rule(),
            "lot",
            acceptance.plan().lotSize(),
            "sample",
            acceptance.plan().sampleSize(),
            "inspected",
            acceptance.inspectedItems(),
            "wrong",
            acceptance.wrongItems(),
            Recording.DETAIL,
            recorded));
    log.info(
        "batch_sampled batch={} verdict={} rule={} lot={} inspected={} wrong={}",
        batchId,
        acceptance.verdict(),
        acceptance.rule(),
        acceptance.plan().lotSize(),
        acceptance.inspectedItems(),
        acceptance.wrongItems());
  }

  private AcceptanceTables tables(String batchId) {
    return new AcceptanceTables((table, inputs) -> tables.evaluate(batchId, table, inputs));
  }
}
