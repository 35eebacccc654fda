package io.touchstone.ingestion.erasure;

import io.touchstone.audit.AuditTrail;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.BatchRowRepository;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.engine.process.Processes;
import io.touchstone.platform.store.EncryptedObjects;
import io.touchstone.platform.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the raw objects of a batch unreadable for good: first its key is destroyed, then the
 * encrypted files are removed. What was made of them, manifest, items, judgements and dataset
 * versions, stays.
 */
@Service
public class RawErasure {

  /** Key of the process; its business key is the batch's id. */
  static final String PROCESS = "erasure";

  private static final Logger log = LoggerFactory.getLogger(RawErasure.class);
  private static final Set<Batch.State> ENDED = Set.of(Batch.State.DONE, Batch.State.STOPPED);

  private final ErasureRepository repository;
  private final Batches batches;
  private final BatchRowRepository rows;
  private final EncryptedObjects objects;
  private final Processes processes;
  private final AuditTrail audit;
  private final Clock clock;

  RawErasure(
      ErasureRepository repository,
      Batches batches,
      BatchRowRepository rows,
      EncryptedObjects objects,
      Processes processes,
      AuditTrail audit,
      Clock clock) {
    this.repository = repository;
    this.batches = batches;
    this.rows = rows;
    this.objects = objects;
    this.processes = processes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Starts the erasure that a person asks for.
   *
   * @throws Refusal 422 without a reason, 409 while the batch is under way or once it is erased
   */
  @Transactional
  public void ask(String batchId, String personId, String reason) {
    if (reason.isBlank()) {
      throw new Refusal(
          422, "reason-missing", "Say why the raw objects are erased; it cannot be undone.");
    }
    Batch batch = batches.require(batchId);
    if (!ENDED.contains(batch.state())) {
      throw new Refusal(
          409,
          "batch-under-way",
          "Batch %s is %s: its raw objects are needed until it is done or stopped."
              .formatted(batchId, batch.state().id()));
    }
    if (repository.erasedAt(batchId).isPresent()) {
      throw new Refusal(
          409, "already-erased", "The raw objects of batch %s are erased.".formatted(batchId));
    }
    audit.recordWithReason(
        personId, "erasure_asked_for", "batch:" + batchId, Map.of(), reason.strip());
    processes.start(PROCESS, batchId);
  }

  /**
   * Starts the erasure of every batch whose project keeps raw objects for so many days and no
   * longer; once per batch.
   *
   * @return how many were due
   */
  @Transactional
  public int eraseDue() {
    List<String> due = repository.due(clock.instant());
    for (String batchId : due) {
      audit.record(AuditTrail.SYSTEM, "erasure_due", "batch:" + batchId, Map.of());
      processes.start(PROCESS, batchId);
    }
    log.info("erasures_due batches={}", due.size());
    return due.size();
  }

  /** Destroys the batch's key; does nothing where that is done. */
  @Transactional
  public void destroyKey(String batchId) {
    if (rows.destroyKey(batchId, clock.instant())) {
      repository.forgetPersons(batchId);
      audit.record(AuditTrail.SYSTEM, "batch_key_destroyed", "batch:" + batchId, Map.of());
      log.info("batch_key_destroyed batch={}", batchId);
    }
  }

  /**
   * Removes the encrypted files, which nobody can read any more.
   *
   * @return how many there were
   */
  @Transactional
  public int removeObjects(String batchId) {
    List<EncryptedObjects.Address> addresses = repository.objects(batchId);
    for (EncryptedObjects.Address address : addresses) {
      try {
        objects.delete(address);
      } catch (IOException e) {
        throw new UncheckedIOException("A raw object could not be removed.", e);
      }
    }
    audit.record(
        AuditTrail.SYSTEM,
        "raw_objects_removed",
        "batch:" + batchId,
        Map.of("objects", addresses.size()));
    return addresses.size();
  }
}
