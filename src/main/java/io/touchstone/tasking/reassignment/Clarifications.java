package io.touchstone.tasking.reassignment;

import io.touchstone.audit.AuditTrail;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.BatchRowRepository;
import io.touchstone.pipeline.Batches;
import io.touchstone.pipeline.Stage;
import io.touchstone.platform.engine.process.Processes;
import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.tasking.RedistributionRepository;
import io.touchstone.tasking.ReturnReason;
import io.touchstone.tasking.WorkPackage;
import io.touchstone.tasking.WorkPackages;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Talks about the guideline: what one holds back while it is open, and what it sets free at its
 * end. Whoever begins or ends one has the redistribution's lock, then that of the batch, then that
 * of the person, as everybody who changes several people's work.
 */
@Service
public class Clarifications {

  /** Key of the process; its business key is the id of the clarification. */
  public static final String PROCESS = "annotator-coaching";

  /** The person's task in it. */
  public static final String TASK = "clarify-guideline";

  private static final Logger log = LoggerFactory.getLogger(Clarifications.class);

  private final ClarificationRepository rows;
  private final RedistributionRepository redistribution;
  private final BatchRowRepository batchRows;
  private final WorkPackages offers;
  private final PackageReturns returns;
  private final Batches batches;
  private final Processes processes;
  private final PersonTasks tasks;
  private final AuditTrail audit;
  private final Clock clock;

  Clarifications(
      ClarificationRepository rows,
      RedistributionRepository redistribution,
      BatchRowRepository batchRows,
      WorkPackages offers,
      PackageReturns returns,
      Batches batches,
      Processes processes,
      PersonTasks tasks,
      AuditTrail audit,
      Clock clock) {
    this.rows = rows;
    this.redistribution = redistribution;
    this.batchRows = batchRows;
    this.offers = offers;
    this.returns = returns;
    this.batches = batches;
    this.processes = processes;
    this.tasks = tasks;
    this.audit = audit;
    this.clock = clock;
  }

  public Optional<Clarification> find(String id) {
    return rows.find(id);
  }

  /** The one that this person is asked for in the project. */
  public Optional<Clarification> openIn(String annotatorId, String projectKey) {
    return rows.openIn(annotatorId, projectKey);
  }

  /** One that this person is asked for; one that work waits for goes first. */
  public Optional<Clarification> openOf(String annotatorId) {
    return rows.openOf(annotatorId);
  }

  /** Whether batches of this one's version know such talks: a set of processes may lack them. */
  public boolean areKnownTo(String batchId) {
    return processes.knows(batchId, PROCESS);
  }

  /** Keeps everybody else out who would begin or end one, until the transaction ends. */
  @Transactional
  public void lock(String batchId) {
    redistribution.oneAtATime();
    batchRows.holdOpenPackages(batchId);
  }

  /**
   * Asks somebody for a talk. Packages of the batch that no look has passed wait for its end, and
   * the batch waits for them. The caller has the {@link #lock}.
   *
   * @throws org.springframework.dao.DuplicateKeyException if one is open already
   */
  @Transactional
  public Clarification begin(Clarification.Need need) {
    String id = need.batchId() + "-clarification-" + (rows.count(need.batchId()) + 1);
    rows.insert(id, need, clock.instant());
    Batch batch = batches.require(need.batchId());
    int back = batch.stage() == Stage.ANNOTATION ? rows.bringBack(id, need) : 0;
    batchRows.addOpenPackages(need.batchId(), back);
    processes.startBeside(
        need.batchId(),
        PROCESS,
        id,
        Map.of("annotatorId", need.annotatorId(), "pausedBefore", need.pausedBefore()));
    audit.record(
        AuditTrail.SYSTEM,
        "clarification_begun",
        "clarification:" + id,
        Map.of(
            "batch", need.batchId(),
            "annotator", need.annotatorId(),
            "pauses", need.pauses(),
            "packages", back));
    log.info("clarification_begun id={} pauses={} packages={}", id, need.pauses(), back);
    return rows.find(id).orElseThrow();
  }

  /**
   * Takes back the package that the person has open in a project in which a talk comes first. Its
   * drafts stay, and it is offered again afterwards.
   */
  @Transactional
  public void holdBack(String annotatorId) {
    offers
        .openOf(annotatorId)
        .filter(open -> open.kind() == WorkPackage.Kind.ANNOTATION)
        .filter(open -> isPaused(annotatorId, open.batchId()))
        .flatMap(open -> offers.lock(open.id()))
        .ifPresent(open -> returns.take(open, ReturnReason.PAUSED));
  }

  private boolean isPaused(String annotatorId, String batchId) {
    return rows.openIn(annotatorId, batches.require(batchId).projectKey())
        .filter(Clarification::pauses)
        .isPresent();
  }

  /** The task in which this person is asked for a talk that comes before other work. */
  public Optional<String> taskOf(String annotatorId) {
    return rows.openOf(annotatorId)
        .flatMap(open -> tasks.ofBatch(open.id()).stream().findFirst())
        .filter(task -> task.key().equals(TASK))
        .map(OpenTask::id);
  }

  /** Whether the person has a talk before her that new work waits for. */
  public boolean comesFirst(String annotatorId) {
    return rows.openOf(annotatorId).filter(Clarification::pauses).isPresent();
  }

  /**
   * The talk has ended: what waited for it is offered, or stands as it was submitted. Ending it
   * twice changes nothing more.
   */
  @Transactional
  public void end(String id, Clarification.Outcome outcome) {
    redistribution.oneAtATime();
    Clarification open = rows.lock(id).orElseThrow();
    if (open.ended()) {
      return;
    }
    batchRows.holdOpenPackages(open.batchId());
    rows.end(open, outcome, clock.instant());
    boolean last = false;
    if (outcome == Clarification.Outcome.CLARIFIED) {
      rows.letGo(id);
    } else {
      int stand = rows.letStand(id);
      last = stand > 0 && batchRows.addOpenPackages(open.batchId(), -stand) == 0;
    }
    audit.record(
        AuditTrail.SYSTEM,
        "clarification_ended",
        "clarification:" + id,
        Map.of(
            "batch", open.batchId(),
            "annotator", open.annotatorId(),
            "outcome", outcome.id()));
    log.info("clarification_ended id={} outcome={}", id, outcome.id());
    if (last) {
      offers.wake(open.batchId());
    }
    offers.offerNext(open.annotatorId());
  }
}
