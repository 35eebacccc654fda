package io.touchstone.pipeline;

import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.web.Refusal;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives batches names of people's own beside their ids, which never change. */
@Service
public class BatchNames {

  private static final int LONGEST = 80;

  private final BatchRepository batches;
  private final AuditTrail audit;

  BatchNames(BatchRepository batches, AuditTrail audit) {
    this.batches = batches;
    this.audit = audit;
  }

  /**
   * Names a batch. The trail says that it was named, not how: people write what they like.
   *
   * @param name up to 80 characters; blank takes the name away
   * @return the name as it is kept
   */
  @Transactional
  public Optional<String> name(String batchId, String name, String personId) {
    Optional<String> kept =
        Optional.of(name.strip().replaceAll("\\s+", " ")).filter(each -> !each.isEmpty());
    if (kept.filter(each -> each.codePointCount(0, each.length()) > LONGEST).isPresent()) {
      throw new Refusal(
          422, "name-too-long", "Name the batch in at most " + LONGEST + " characters.");
    }
    if (!batches.name(batchId, kept)) {
      throw new Refusal(404, "unknown-batch", "There is no batch with that number.");
    }
    audit.record(personId, "batch_named", "batch:" + batchId, Map.of("named", kept.isPresent()));
    return kept;
  }
}
