package io.touchstone.quality.guideline;

import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.engine.task.TaskPage;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import io.touchstone.tasking.WorkPackage;
import io.touchstone.tasking.WorkPackages;
import io.touchstone.tasking.reassignment.Clarification;
import io.touchstone.tasking.reassignment.Clarifications;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The pages of "Clarify guideline" and "Settle clarification". */
@Api
class ClarificationController {

  private final TaskPage clarifying;
  private final TaskPage settling;
  private final ClarificationDesk desk;
  private final Clarifications clarifications;
  private final WorkPackages packages;

  ClarificationController(
      PersonTasks tasks,
      ClarificationDesk desk,
      Clarifications clarifications,
      WorkPackages packages) {
    clarifying = new TaskPage(tasks, Clarifications.TASK, Role.ANNOTATOR, "clarify a guideline");
    settling =
        new TaskPage(
            tasks, SettleClarificationPolicy.TASK, Role.DATA_MANAGER, "settle clarifications");
    this.desk = desk;
    this.clarifications = clarifications;
    this.packages = packages;
  }

  /** What the person finds unclear; empty for nothing. */
  record Answer(Optional<String> remark) {}

  /** Where it goes on. */
  record Answered(Optional<NextTask> next) {}

  /** The task of the package that is open now. */
  record NextTask(String taskId) {}

  @GetMapping("/clarifications/{taskId}")
  ClarificationPage page(@PathVariable String taskId, Caller caller) {
    return desk.page(taskId, clarifying.require(taskId, caller).batchId());
  }

  @PostMapping("/clarifications/{taskId}")
  Answered clarified(@PathVariable String taskId, @RequestBody Answer answer, Caller caller) {
    clarifying.complete(taskId, caller, Map.of("remark", Optional.of(answer.remark().orElse(""))));
    return new Answered(
        packages.openOf(caller.id()).flatMap(WorkPackage::taskId).map(NextTask::new));
  }

  /**
   * What a data manager decides about.
   *
   * @param packages how many submitted packages wait to be looked at again
   * @param pausedBefore whether the person was paused before; otherwise she has not answered in
   *     time
   */
  record Open(
      String clarification,
      String person,
      String project,
      String batch,
      boolean pauses,
      boolean pausedBefore,
      int packages) {}

  /** A data manager's answer. */
  record Decision(Optional<String> decision, Optional<String> reason) {}

  @GetMapping("/clarifications/open/{taskId}")
  Open open(@PathVariable String taskId, Caller caller) {
    OpenTask task = settling.require(taskId, caller);
    Clarification open = clarifications.find(task.batchId()).orElseThrow();
    return new Open(
        open.id(),
        open.annotatorId(),
        open.projectKey(),
        open.batchId(),
        open.pauses(),
        Boolean.TRUE.equals(task.variables().get("pausedBefore")),
        open.packages());
  }

  @PostMapping("/clarifications/open/{taskId}")
  Map<String, Object> settle(
      @PathVariable String taskId, @RequestBody Decision decision, Caller caller) {
    settling.complete(
        taskId, caller, Map.of("decision", decision.decision(), "reason", decision.reason()));
    return Map.of();
  }
}
