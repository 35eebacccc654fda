package io.touchstone.release;

import io.touchstone.pipeline.AcceptanceCheck;
import io.touchstone.pipeline.Stage;
import io.touchstone.platform.web.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A held release can be accepted past its gate, but not past the second person. */
@Component
class ApprovedBeforePublished implements AcceptanceCheck {

  private final DatasetVersionRepository versions;

  ApprovedBeforePublished(DatasetVersionRepository versions) {
    this.versions = versions;
  }

  @Override
  public Stage stage() {
    return Stage.RELEASE;
  }

  @Override
  public Optional<Refusal> objection(String batchId) {
    boolean approved =
        versions
            .ofBatch(batchId)
            .filter(version -> version.state() == DatasetVersion.State.DRAFT)
            .flatMap(DatasetVersion::approvedAt)
            .isPresent();
    return approved
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                409,
                "not-approved",
                "The second person has not approved this version, so it cannot be published."
                    + " Repeat the stage to build another one, or stop the batch."));
  }
}
