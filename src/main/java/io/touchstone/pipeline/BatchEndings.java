package io.touchstone.pipeline;

import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.StartStep;
import io.touchstone.platform.engine.process.PipelineEnd;
import io.touchstone.platform.engine.process.Processes;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A batch ends when its pipeline instance ends; as what, is decided by what has happened to the
 * batch and not by where its diagram ended.
 */
@Service
@Order(20)
class BatchEndings implements PipelineEnd, StartStep {

  private static final Logger log = LoggerFactory.getLogger(BatchEndings.class);

  private final BatchRepository batches;
  private final Processes processes;
  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  BatchEndings(
      BatchRepository batches,
      Processes processes,
      AuditTrail audit,
      Clock clock,
      TransactionTemplate transaction) {
    this.batches = batches;
    this.processes = processes;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Override
  public void ended(String batchId, boolean cancelled) {
    transaction.executeWithoutResult(status -> end(batchId, cancelled));
  }

  /**
   * Mends what earlier versions left behind where a process owner had changed the ends of the
   * diagram: batches that go on for good without an instance, and stopped ones that are done.
   */
  @Override
  public void run() {
    batches.unended().stream()
        .filter(batchId -> !processes.runs(batchId))
        .forEach(batchId -> ended(batchId, false));
    transaction.executeWithoutResult(status -> batches.stoppedButDone().forEach(this::correct));
  }

  private void end(String batchId, boolean cancelled) {
    BatchEnding ending = ending(batchId, cancelled);
    if (batches.end(batchId, ending.state(), clock.instant())) {
      audit.record(
          AuditTrail.SYSTEM,
          "batch_ended",
          "batch:" + batchId,
          Map.of("state", ending.state().id(), "because", ending.id()));
      log.info(
          "batch_ended batch={} state={} because={}", batchId, ending.state().id(), ending.id());
    }
  }

  private BatchEnding ending(String batchId, boolean cancelled) {
    if (batches.isPublished(batchId)) {
      return BatchEnding.PUBLISHED;
    }
    if (cancelled) {
      return BatchEnding.CANCELLED;
    }
    return batches.isStoppedByPerson(batchId) ? BatchEnding.STOPPED : BatchEnding.NOTHING_PUBLISHED;
  }

  private void correct(String batchId) {
    batches.correctState(batchId, Batch.State.STOPPED);
    audit.record(
        AuditTrail.SYSTEM,
        "batch_end_corrected",
        "batch:" + batchId,
        Map.of("state", Batch.State.STOPPED.id(), "before", Batch.State.DONE.id()));
    log.info("batch_end_corrected batch={} state={}", batchId, Batch.State.STOPPED.id());
  }
}
