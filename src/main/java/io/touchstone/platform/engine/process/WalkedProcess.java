package io.touchstone.platform.engine.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One run of a process and the path it took.
 *
 * @param calledBy the run that called it; empty for the pipeline
 * @param end empty while it runs
 * @param steps in the order in which they were entered
 * @param stepsLeftOut how many later steps are not listed
 */
public record WalkedProcess(
    String instanceId,
    Optional<String> calledBy,
    ProcessVersion process,
    Instant start,
    Optional<Instant> end,
    List<WalkedStep> steps,
    long stepsLeftOut) {

  /**
   * A visit to an activity, event or gateway.
   *
   * @param person who had the task, for user tasks
   * @param called the run that a call activity started
   * @param end empty while it is there
   * @param canceled left by an interruption instead of being finished
   */
  public record WalkedStep(
      String activityId,
      String name,
      String type,
      Instant start,
      Optional<Instant> end,
      Optional<String> person,
      Optional<String> called,
      boolean canceled) {}
}
