package io.touchstone.release;

import io.touchstone.pipeline.AcceptanceCheck;
import io.touchstone.platform.web.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who approved a version does not also accept its batch against the gate that follows. */
@Component
class NotTheApprover implements AcceptanceCheck {

  private final DatasetVersionRepository versions;

  NotTheApprover(DatasetVersionRepository versions) {
    this.versions = versions;
  }

  @Override
  public Optional<Refusal> objection(String batchId, String personId) {
    return versions
        .ofBatch(batchId)
        .filter(version -> version.state() == DatasetVersion.State.DRAFT)
        .flatMap(DatasetVersion::approvedBy)
        .filter(personId::equals)
        .map(
            approver ->
                new Refusal(
                    403,
                    "own-approval",
                    "You approved this batch's dataset version, so another person has to accept it"
                        + " against the gate. You can repeat the stage or stop the batch."));
  }
}
