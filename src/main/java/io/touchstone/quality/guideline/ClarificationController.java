package io.touchstone.quality.guideline;

import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import io.touchstone.tasking.WorkPackage;
import io.touchstone.tasking.WorkPackages;
import io.touchstone.tasking.reassignment.Clarification;
import io.touchstone.tasking.reassignment.Clarifications;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The pages of "Clarify guideline" and "Settle clarification". */
@Api
class ClarificationController {

  private final PersonTasks tasks;
  private final ClarificationDesk desk;
  private final Clarifications clarifications;
  private final WorkPackages packages;

  ClarificationController(
      PersonTasks tasks,
      ClarificationDesk desk,
      Clarifications clarifications,
      WorkPackages packages) {
    this.tasks = tasks;
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
    return desk.page(taskId, mine(taskId, caller).batchId());
  }

  @PostMapping("/clarifications/{taskId}")
  Answered clarified(@PathVariable String taskId, @RequestBody Answer answer, Caller caller) {
    mine(taskId, caller);
    tasks.complete(taskId, caller, Map.of("remark", answer.remark().orElse("")));
    return new Answered(
        packages.openOf(caller.id()).flatMap(WorkPackage::taskId).map(NextTask::new));
  }

  private OpenTask mine(String taskId, Caller caller) {
    caller.mustBe("clarify a guideline", Role.ANNOTATOR);
    return tasks.require(taskId, Clarifications.TASK, caller);
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
    OpenTask task = toBeSettled(taskId, caller);
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
    toBeSettled(taskId, caller);
    Map<String, Object> answers = new HashMap<>();
    decision.decision().ifPresent(code -> answers.put("decision", code));
    decision.reason().ifPresent(reason -> answers.put("reason", reason));
    tasks.complete(taskId, caller, answers);
    return Map.of();
  }

  private OpenTask toBeSettled(String taskId, Caller caller) {
    caller.mustBe("settle clarifications", Role.DATA_MANAGER);
    return tasks.require(taskId, SettleClarificationPolicy.TASK, caller);
  }
}
