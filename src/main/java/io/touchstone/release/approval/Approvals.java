package io.touchstone.release.approval;

import io.touchstone.audit.AuditTrail;
import io.touchstone.pipeline.GateOverride;
import io.touchstone.pipeline.Overrides;
import io.touchstone.platform.security.AccountMakers;
import io.touchstone.platform.security.password.PasswordResets;
import io.touchstone.platform.web.Refusal;
import io.touchstone.release.version.Check;
import io.touchstone.release.version.DatasetVersion;
import io.touchstone.release.version.DatasetVersionRepository;
import io.touchstone.release.version.ReleaseRepository;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decision of a second person on a draft. */
@Service
public class Approvals {

  private final ReleaseRepository rows;
  private final DatasetVersionRepository versions;
  private final PasswordResets resets;
  private final AccountMakers makers;
  private final Overrides overrides;
  private final AuditTrail audit;
  private final Clock clock;

  Approvals(
      ReleaseRepository rows,
      DatasetVersionRepository versions,
      PasswordResets resets,
      AccountMakers makers,
      Overrides overrides,
      AuditTrail audit,
      Clock clock) {
    this.rows = rows;
    this.overrides = overrides;
    this.versions = versions;
    this.resets = resets;
    this.makers = makers;
    this.audit = audit;
    this.clock = clock;
  }

  /** Where batches of the draft went on against their gates. */
  List<GateOverride> against(DatasetVersion draft) {
    return overrides.withIds(draft.details().overridden());
  }

  /** The draft that waits for the decision, or a refusal with 409. */
  DatasetVersion draft(String batchId) {
    return versions
        .ofBatch(batchId)
        .filter(version -> version.state() == DatasetVersion.State.DRAFT)
        .orElseThrow(
            () ->
                new Refusal(
                    409,
                    "no-draft",
                    "No version of this batch waits for an approval. Refresh the list of tasks."));
  }

  /** Why the person may not approve the draft; empty if nothing speaks against it. */
  Optional<Refusal> objection(DatasetVersion draft, String personId) {
    String submittedBy = rows.basis(draft.batchId()).submittedBy();
    if (submittedBy.equals(personId)) {
      return Optional.of(
          new Refusal(
              403,
              "own-batch",
              "You submitted this batch, so a second person has to approve its dataset version."));
    }
    List<GateOverride> accepted = overrides.of(List.of(draft.batchId()));
    Optional<GateOverride> own =
        accepted.stream().filter(override -> override.by(personId)).findFirst();
    if (own.isPresent()) {
      return Optional.of(
          new Refusal(
              403,
              "own-override",
              "You accepted this batch against its gate %s, so another person has to approve its dataset version."
                  .formatted(own.get().gate())));
    }
    Optional<Refusal> held =
        Stream.concat(
                Stream.of(submittedBy), accepted.stream().flatMap(each -> each.person().stream()))
            .map(other -> makers.objection(personId, other))
            .flatMap(Optional::stream)
            .findFirst();
    if (held.isPresent()) {
      return held;
    }
    Optional<Refusal> barred = resets.objection(personId);
    if (barred.isPresent()) {
      return barred;
    }
    boolean sound =
        !draft.details().checks().isEmpty()
            && draft.details().checks().stream().allMatch(Check::passed);
    return sound
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                409,
                "checks-failed",
                "A check of this version did not pass. Reject it and say which."));
  }

  /**
   * Approves the batch's draft.
   *
   * @throws Refusal if the person submitted the batch or accepted it against a gate, or may be the
   *     one who did, somebody else set the person's password within a day, or a check did not pass
   */
  @Transactional
  public void approve(String batchId, String personId, String reason) {
    DatasetVersion draft = draft(batchId);
    objection(draft, personId)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    versions.approve(batchId, personId, clock.instant());
    record("release_approved", draft, personId, reason);
  }

  /** Rejects the batch's draft; whoever submitted the batch may do that too. */
  @Transactional
  public void reject(String batchId, String personId, String reason) {
    DatasetVersion draft = draft(batchId);
    if (reason.isEmpty()) {
      throw new Refusal(422, "reason-missing", "To reject the version, write the reason.");
    }
    versions.reject(batchId);
    record("release_rejected", draft, personId, reason);
  }

  private void record(String action, DatasetVersion draft, String personId, String reason) {
    String object = "dataset:" + draft.dataset() + "@" + draft.version();
    Map<String, Object> details = new TreeMap<>();
    details.put("batch", draft.batchId());
    details.put("rootSha256", draft.rootSha256());
    if (!draft.details().overridden().isEmpty()) {
      details.put("overriddenGateDecisions", draft.details().overridden());
    }
    if (reason.isEmpty()) {
      audit.record(personId, action, object, details);
    } else {
      audit.recordWithReason(personId, action, object, details, reason);
    }
  }
}
