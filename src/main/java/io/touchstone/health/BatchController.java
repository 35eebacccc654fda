package io.touchstone.health;

import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.pipeline.GateDecision;
import io.touchstone.platform.engine.OpenTask;
import io.touchstone.platform.engine.PersonTasks;
import io.touchstone.platform.engine.Processes;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import io.touchstone.tasking.Shortage;
import io.touchstone.tasking.Shortages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a batch is, why, and for whom it waits. */
@Api
class BatchController {

  private static final Role[] READERS = {
    Role.DATA_MANAGER,
    Role.PROCESS_OWNER,
    Role.AUDITOR,
    Role.PRIVACY_OFFICER,
    Role.TRAINING_ENGINEER
  };
  private static final int NEWEST = 100;

  private final Batches batches;
  private final BatchCounts counts;
  private final PersonTasks tasks;
  private final Processes processes;
  private final Shortages shortages;

  BatchController(
      Batches batches,
      BatchCounts counts,
      PersonTasks tasks,
      Processes processes,
      Shortages shortages) {
    this.shortages = shortages;
    this.batches = batches;
    this.counts = counts;
    this.tasks = tasks;
    this.processes = processes;
  }

  /** All about one batch. */
  record BatchView(
      String batchId,
      String project,
      String submittedBy,
      Instant createdAt,
      String state,
      String stage,
      Optional<String> because,
      Optional<Instant> heldSince,
      Map<String, Map<String, Long>> counts,
      List<GateView> gates,
      List<WaitView> waitsFor,
      List<Shortage> shortages) {}

  /** What a gate decided. */
  record GateView(
      String stage,
      String gate,
      int version,
      String verdict,
      String rule,
      String because,
      Map<String, Object> inputs,
      Instant at) {}

  /** A task of a person that the batch waits for. */
  record WaitView(String task, List<String> people) {}

  @GetMapping("/batches/{id}")
  BatchView batch(@PathVariable String id, Caller caller) {
    caller.mustBe("see batches", READERS);
    Batch batch = batches.require(id);
    List<WaitView> waits = tasks.ofBatch(id).stream().map(this::wait).distinct().toList();
    List<String> incidents = processes.incidents(id);
    return new BatchView(
        batch.id(),
        batch.projectKey(),
        batch.submittedBy(),
        batch.createdAt(),
        state(batch, waits, incidents),
        batch.stage().id(),
        because(batch, incidents),
        batch.heldSince(),
        counts.of(id),
        batches.gateDecisions(id).stream().map(BatchController::gate).toList(),
        waits,
        shortages.of(id));
  }

  /** The newest batches. */
  record Listing(List<Entry> batches) {}

  /** One batch in the list. */
  record Entry(String batchId, String project, String state, String stage, Instant createdAt) {}

  @GetMapping("/batches")
  Listing list(Caller caller) {
    caller.mustBe("see batches", READERS);
    return new Listing(
        batches.newest(NEWEST).stream()
            .map(
                batch ->
                    new Entry(
                        batch.id(),
                        batch.projectKey(),
                        batch.state().id(),
                        batch.stage().id(),
                        batch.createdAt()))
            .toList());
  }

  private WaitView wait(OpenTask task) {
    List<String> people =
        task.assignee().map(List::of).orElseGet(() -> tasks.candidates(task.id()));
    return new WaitView(task.key(), people);
  }

  private static String state(Batch batch, List<WaitView> waits, List<String> incidents) {
    if (batch.state() == Batch.State.RUNNING && !incidents.isEmpty()) {
      return Batch.State.FAILED.id();
    }
    if (batch.state() == Batch.State.RUNNING && !waits.isEmpty()) {
      return Batch.State.WAITING.id();
    }
    return batch.state().id();
  }

  private static Optional<String> because(Batch batch, List<String> incidents) {
    if (batch.state() == Batch.State.RUNNING && !incidents.isEmpty()) {
      return Optional.of(
          "The engine has given up at "
              + String.join(", ", incidents)
              + " after three attempts. The log names the fault; an administrator mends it and"
              + " retries in Cockpit.");
    }
    return batch.heldBecause();
  }

  private static GateView gate(GateDecision decision) {
    return new GateView(
        decision.stage().id(),
        decision.decisionKey(),
        decision.decisionVersion(),
        decision.verdict(),
        decision.rule(),
        decision.because(),
        decision.inputs(),
        decision.at());
  }
}
