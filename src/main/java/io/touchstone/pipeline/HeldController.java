package io.touchstone.pipeline;

import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.engine.task.TaskPage;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The form of "Resolve held batch". */
@Api
class HeldController {

  private final TaskPage page;
  private final Batches batches;
  private final GateDecisionRepository gates;
  private final HeldPage explanations;

  HeldController(
      PersonTasks tasks, Batches batches, GateDecisionRepository gates, HeldPage explanations) {
    this.page =
        new TaskPage(tasks, HeldBatchPolicy.TASK_KEY, Role.DATA_MANAGER, "resolve held batches");
    this.explanations = explanations;
    this.batches = batches;
    this.gates = gates;
  }

  /**
   * Why a batch is held, on which numbers.
   *
   * @param deciding the figure on which it is held, with its limit
   * @param names what the gate's table calls its figures
   * @param items filter that leads to the items in question; may be empty
   * @param repeat what repeating the stage will do; may be empty
   */
  record Held(
      String batchId,
      String project,
      String stage,
      String verdict,
      String rule,
      String because,
      Instant heldSince,
      Map<String, Object> figures,
      Optional<DecidingFigure> deciding,
      Map<String, String> names,
      String items,
      String repeat) {}

  /** A data manager's answer. */
  record Resolution(Optional<String> decision, Optional<String> reason) {}

  @GetMapping("/held/{taskId}")
  Held held(@PathVariable String taskId, Caller caller) {
    Batch batch = batches.require(page.require(taskId, caller).batchId());
    GateDecision gate = gates.latest(batch.id()).orElseThrow();
    HeldPage.Explanation explanation = explanations.explain(gate);
    return new Held(
        batch.id(),
        batch.projectKey(),
        gate.stage().id(),
        gate.verdict(),
        gate.rule(),
        gate.because(),
        gate.at(),
        gate.inputs(),
        explanation.deciding(),
        explanation.names(),
        explanation.items(),
        explanation.repeat());
  }

  @PostMapping("/held/{taskId}")
  Map<String, Object> resolve(
      @PathVariable String taskId, @RequestBody Resolution resolution, Caller caller) {
    page.complete(
        taskId, caller, Map.of("decision", resolution.decision(), "reason", resolution.reason()));
    return Map.of();
  }
}
