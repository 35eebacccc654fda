package io.touchstone.health.standing;

import io.touchstone.pipeline.Batch;
import io.touchstone.platform.engine.task.Standstill;
import io.touchstone.platform.engine.task.WaitingTask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a batch is, since when, and why.
 *
 * @param state running, waiting (for people, also those busy elsewhere), held, stopped, done or
 *     failed (the engine gave up)
 * @param since when it came to be so
 * @param because a sentence, where the batch is held or failed
 */
record Standing(String state, Instant since, Optional<String> because) {

  /**
   * @param tasks that wait for people, oldest first
   * @param standstills where the engine has given up, oldest first
   */
  static Standing of(StoredBatch batch, List<WaitingTask> tasks, List<Standstill> standstills) {
    boolean running = batch.state().equals(Batch.State.RUNNING.id());
    if (running && !standstills.isEmpty()) {
      return new Standing(
          Batch.State.FAILED.id(), standstills.get(0).since(), Optional.of(fault(standstills)));
    }
    Instant entered = batch.stageSince().orElse(batch.createdAt());
    if (running && (!tasks.isEmpty() || batch.packagesWaitedFor() > 0)) {
      Instant since = tasks.stream().map(WaitingTask::since).findFirst().orElse(entered);
      return new Standing(Batch.State.WAITING.id(), since, Optional.empty());
    }
    Instant since = batch.endedAt().or(batch::heldSince).orElse(entered);
    return new Standing(batch.state(), since, batch.heldBecause());
  }

  private static String fault(List<Standstill> standstills) {
    return "The engine has given up at "
        + standstills.stream()
            .map(Standstill::activityId)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "))
        + " after three attempts. The log names the fault; an administrator mends it and retries in"
        + " Cockpit.";
  }
}
