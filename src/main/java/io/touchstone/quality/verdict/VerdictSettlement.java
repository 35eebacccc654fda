package io.touchstone.quality.verdict;

import io.touchstone.audit.AuditTrail;
import io.touchstone.audit.Recording;
import io.touchstone.audit.Recordings;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.project.Projects;
import io.touchstone.project.StoredAnswers;
import io.touchstone.quality.round.AskedQuestions;
import io.touchstone.quality.round.RoundRepository;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns judgements into verdicts: the answer of most where routing has accepted it, otherwise that
 * of an adjudicator who labelled none of the items. A repeated call changes nothing.
 */
@Service
public class VerdictSettlement {

  private static final Logger log = LoggerFactory.getLogger(VerdictSettlement.class);

  private final RoundRepository rounds;
  private final VerdictRepository verdicts;
  private final AuditSampleRepository samples;
  private final Batches batches;
  private final Projects projects;
  private final Recordings recordings;
  private final AuditTrail audit;
  private final Clock clock;

  VerdictSettlement(
      RoundRepository rounds,
      VerdictRepository verdicts,
      AuditSampleRepository samples,
      Batches batches,
      Projects projects,
      Recordings recordings,
      AuditTrail audit,
      Clock clock) {
    this.rounds = rounds;
    this.verdicts = verdicts;
    this.samples = samples;
    this.batches = batches;
    this.projects = projects;
    this.recordings = recordings;
    this.audit = audit;
    this.clock = clock;
  }

  /** Settles what routing has accepted and nobody has in hand. */
  @Transactional
  public void settleAccepted(String batchId) {
    Batch batch = batches.require(batchId);
    long recording = recordings.begin();
    int settled =
        verdicts.settleAccepted(batchId, asked(batch), rounds(batch), recording, clock.instant());
    note(batchId, "majority", settled, recording);
  }

  /**
   * Settles what adjudicators have decided and what is left of the accepted items, and notes what
   * the random audit has found.
   */
  @Transactional
  public SettledItems settle(String batchId) {
    rounds.lock(batchId);
    Batch batch = batches.require(batchId);
    String sameFrom = StoredAnswers.sameFrom(projects.of(batch.pins()).question());
    samples.noteOutcomes(batchId, batch.labellingRound(), sameFrom, clock.instant());
    long recording = recordings.begin();
    int settled = verdicts.settleDecided(batchId, rounds(batch), recording, clock.instant());
    note(batchId, "adjudication", settled, recording);
    settleAccepted(batchId);
    return verdicts.counts(batchId);
  }

  /** What the batch's project asks about each item. */
  AskedQuestions asked(Batch batch) {
    return AskedQuestions.of(projects.of(batch.pins()).question());
  }

  /** Verdicts on items that are labelled again are kept and no longer count. */
  public void supersede(String batchId, List<String> items) {
    long recording = recordings.begin();
    noteSuperseded(
        batchId, verdicts.supersede(batchId, items, recording, clock.instant()), recording);
  }

  /**
   * Drawn items that had to be settled for want of a reviewer, and that one has in hand now, are
   * settled by what that one says.
   *
   * @param round the batch's labelling round
   */
  void reopenDrawn(String batchId, int round) {
    long recording = recordings.begin();
    noteSuperseded(
        batchId, verdicts.reopenDrawn(batchId, round, recording, clock.instant()), recording);
  }

  private void noteSuperseded(String batchId, int superseded, long recording) {
    if (superseded > 0) {
      audit.record(
          AuditTrail.SYSTEM,
          "verdicts_superseded",
          "batch:" + batchId,
          Map.of(
              "items",
              superseded,
              Recording.DETAIL,
              recordings.end(SupersededVerdictRepository.KIND, recording)));
    }
  }

  /** Verdicts belong to the newest report. */
  private VerdictRepository.Rounds rounds(Batch batch) {
    return new VerdictRepository.Rounds(
        rounds.latest(batch.id()).map(RoundRepository.Latest::round).orElse(1),
        batch.labellingRound());
  }

  private void note(String batchId, String method, int settled, long recording) {
    if (settled > 0) {
      audit.record(
          AuditTrail.SYSTEM,
          "verdicts_settled",
          "batch:" + batchId,
          Map.of(
              "method",
              method,
              "items",
              settled,
              Recording.DETAIL,
              recordings.end(RecordedVerdictRepository.KIND, recording)));
      log.info("verdicts_settled batch={} method={} items={}", batchId, method, settled);
    }
  }
}
