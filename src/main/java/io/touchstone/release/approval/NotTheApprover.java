package io.touchstone.release.approval;

import io.touchstone.pipeline.AcceptanceCheck;
import io.touchstone.platform.security.AccountMakers;
import io.touchstone.platform.web.Refusal;
import io.touchstone.release.version.DatasetVersion;
import io.touchstone.release.version.DatasetVersionRepository;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who approved a version, or may be the one who did, does not also accept its batch against the
 * gate that follows.
 */
@Component
class NotTheApprover implements AcceptanceCheck {

  private final DatasetVersionRepository versions;
  private final AccountMakers makers;

  NotTheApprover(DatasetVersionRepository versions, AccountMakers makers) {
    this.versions = versions;
    this.makers = makers;
  }

  @Override
  public Optional<Refusal> objection(String batchId, String personId) {
    return versions
        .ofBatch(batchId)
        .filter(version -> version.state() == DatasetVersion.State.DRAFT)
        .flatMap(DatasetVersion::approvedBy)
        .flatMap(approver -> againstApprover(personId, approver));
  }

  private Optional<Refusal> againstApprover(String personId, String approver) {
    if (!personId.equals(approver)) {
      return makers.objection(personId, approver);
    }
    return Optional.of(
        new Refusal(
            403,
            "own-approval",
            "You approved this batch's dataset version, so another person has to accept it against"
                + " the gate. You can repeat the stage or stop the batch."));
  }
}
