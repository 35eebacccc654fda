package io.touchstone.pipeline;

import io.touchstone.audit.AuditTrail;
import io.touchstone.audit.Recording;
import io.touchstone.audit.Recordings;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.Pins;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where each batch stands. Every change is audited in the same transaction. */
@Service
public class Batches {

  private static final Logger log = LoggerFactory.getLogger(Batches.class);

  private final BatchRepository batches;
  private final GateDecisionRepository gates;
  private final Recordings recordings;
  private final AuditTrail audit;

  Batches(
      BatchRepository batches,
      GateDecisionRepository gates,
      Recordings recordings,
      AuditTrail audit) {
    this.batches = batches;
    this.gates = gates;
    this.recordings = recordings;
    this.audit = audit;
  }

  /** The batch, or a refusal with 404. */
  public Batch require(String id) {
    return find(id)
        .orElseThrow(
            () -> new Refusal(404, "unknown-batch", "There is no batch with that number."));
  }

  public Optional<Batch> find(String id) {
    return batches.find(id);
  }

  /** The newest batches, newest first. */
  public List<Batch> newest(int limit) {
    return batches.findNewest(limit);
  }

  /** What the gates of a batch have decided so far, oldest first. */
  public List<GateDecision> gateDecisions(String batchId) {
    return gates.ofBatch(batchId);
  }

  @Transactional
  void enter(String batchId, Stage stage) {
    batches.enterStage(batchId, stage);
    audit.record(
        AuditTrail.SYSTEM, "stage_entered", "batch:" + batchId, Map.of("stage", stage.id()));
    log.info("stage_entered batch={} stage={}", batchId, stage.id());
  }

  /** Has a batch whose first stage is repeated begin anew under other versions of its project. */
  @Transactional
  public void takeVersions(Batch batch, Pins pins) {
    if (batch.pins().equals(pins)) {
      return;
    }
    batches.pin(batch.id(), pins);
    audit.record(
        AuditTrail.SYSTEM,
        "batch_takes_versions",
        "batch:" + batch.id(),
        Map.of(
            "projectVersion", pins.projectVersion(),
            "labelSchema", pins.labelSchemaVersion(),
            "guideline", pins.guidelineVersion()));
  }

  @Transactional
  void decided(GateDecision decision) {
    long recording = recordings.begin();
    gates.insert(decision, recording);
    if (!GateDecision.PASS.equals(decision.verdict())) {
      Batch.State state = decision.holds() ? Batch.State.HELD : Batch.State.WAITING;
      batches.rest(decision.batchId(), state, decision.because(), decision.at());
    }
    audit.record(
        AuditTrail.SYSTEM,
        "gate_decided",
        "batch:" + decision.batchId(),
        Map.of(
            "gate",
            decision.decisionKey(),
            "version",
            decision.decisionVersion(),
            "verdict",
            decision.verdict(),
            "rule",
            decision.rule(),
            Recording.DETAIL,
            recordings.end(RecordedGateRepository.KIND, recording)));
    log.info(
        "gate_decided batch={} gate={} verdict={} rule={} because=\"{}\"",
        decision.batchId(),
        decision.decisionKey(),
        decision.verdict(),
        decision.rule(),
        decision.because());
  }

  /** The batch is labelled under this guideline from now on, in its next round. */
  @Transactional
  public void beginRound(String batchId, int guidelineVersion) {
    batches.beginRound(batchId, guidelineVersion);
  }

  /**
   * The batch is published, or its dataset had all of it already: when its process ends, it is
   * done.
   */
  @Transactional
  public void published(String batchId) {
    batches.setPublished(batchId);
  }
}
