package io.touchstone.pipeline;

import io.touchstone.audit.AuditTrail;
import io.touchstone.audit.Recording;
import io.touchstone.audit.Recordings;
import io.touchstone.platform.engine.process.ProcessHistory;
import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.TaskPolicy;
import io.touchstone.platform.security.password.PasswordResets;
import io.touchstone.platform.web.Refusal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What "Resolve held batch" means: repeat the stage, accept with a reason, or stop. */
@Component
class HeldBatchPolicy implements TaskPolicy {

  static final String TASK_KEY = "resolve-held-batch";

  private final GateDecisionRepository gates;
  private final PasswordResets resets;
  private final ProcessHistory history;
  private final ObjectProvider<AcceptanceCheck> checks;
  private final Recordings recordings;
  private final AuditTrail audit;
  private final Clock clock;

  HeldBatchPolicy(
      GateDecisionRepository gates,
      PasswordResets resets,
      ProcessHistory history,
      ObjectProvider<AcceptanceCheck> checks,
      Recordings recordings,
      AuditTrail audit,
      Clock clock) {
    this.gates = gates;
    this.resets = resets;
    this.history = history;
    this.checks = checks;
    this.recordings = recordings;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public String taskKey() {
    return TASK_KEY;
  }

  @Override
  public Map<String, Object> complete(OpenTask task, String personId, Map<String, Object> answers) {
    HoldDecision decision =
        HoldDecision.of(String.valueOf(answers.get("decision")))
            .orElseThrow(
                () ->
                    new Refusal(
                        422,
                        "decision-missing",
                        "Say how the batch goes on: repeat, accept or stop."));
    String reason = String.valueOf(answers.getOrDefault("reason", "")).strip();
    if (decision != HoldDecision.REPEAT && reason.isEmpty()) {
      throw new Refusal(
          422, "reason-missing", "To " + decision.id() + " the batch, write the reason.");
    }
    GateDecision gate = gates.latest(task.batchId()).orElseThrow();
    if (decision == HoldDecision.ACCEPT) {
      refuseUnapproved(gate);
      resets.refuseWhileBarred(personId);
      refuseObjected(task.batchId(), personId);
    }
    long recording = recordings.begin();
    gates.resolve(gate.id(), decision, personId, figures(gate), recording, clock.instant());
    audit.recordWithReason(
        personId,
        "hold_resolved",
        "batch:" + task.batchId(),
        Map.of(
            "gate",
            gate.decisionKey(),
            "rule",
            gate.rule(),
            "decision",
            decision.id(),
            Recording.DETAIL,
            recordings.end(RecordedResolutionRepository.KIND, recording)),
        reason);
    return Map.of("resumeAt", resumeAt(gate.stage(), decision));
  }

  /** No reason of one person replaces the yes of the second. */
  private static void refuseUnapproved(GateDecision gate) {
    if (gate.stage() == Stage.RELEASE && !Boolean.TRUE.equals(gate.inputs().get("approved"))) {
      throw new Refusal(
          422,
          "not-approved",
          "A release that the second person has not approved cannot be accepted. Repeat the stage"
              + " to ask for approval again, or stop the batch.");
    }
  }

  private void refuseObjected(String batchId, String personId) {
    checks.stream()
        .map(check -> check.objection(batchId, personId))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  /** What of the gate's inputs its verdict rests on; what was not reported has no figure. */
  private Map<String, Object> figures(GateDecision gate) {
    Map<String, Object> figures = new TreeMap<>();
    history
        .table(gate.decisionDefinitionId())
        .decisive(gate.rule())
        .forEach(
            name ->
                Optional.ofNullable(gate.inputs().get(name))
                    .ifPresent(value -> figures.put(name, value)));
    return figures;
  }

  private static String resumeAt(Stage stage, HoldDecision decision) {
    if (decision == HoldDecision.STOP) {
      return "stop";
    }
    if (decision == HoldDecision.REPEAT) {
      return stage.id();
    }
    return stage.next().map(Stage::id).orElse("publish");
  }
}
