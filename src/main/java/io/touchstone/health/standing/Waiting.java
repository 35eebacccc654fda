package io.touchstone.health.standing;

import io.touchstone.platform.engine.task.WaitingTask;
import io.touchstone.platform.security.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a batch waits for, tasks of a kind together.
 *
 * @param task id of the user task in the BPMN, "label-items"; "queued-annotation" and
 *     "queued-adjudication" for packages whose people are busy with other batches,
 *     "queued-clarification" for those that a talk about the guideline comes before
 * @param people the first few who have such a task, or its pool
 * @param peopleCount how many there are in all
 * @param tasks how many tasks, or queued packages
 * @param since when the oldest was made
 * @param due when the first is due
 * @param taskId one that the caller may open
 */
public record Waiting(
    String task,
    List<String> people,
    int peopleCount,
    int tasks,
    Instant since,
    Optional<Instant> due,
    Optional<String> taskId) {

  private static final int PEOPLE_NAMED = 5;

  /** Stands in place of a task's id where the packages are not offered yet. */
  private static final String QUEUED = "queued-";

  /**
   * @param tasks of one batch, oldest first
   * @param queues of the same batch
   * @param queuedSince when the batch began to wait for them
   */
  static List<Waiting> of(
      List<WaitingTask> tasks, List<Queue> queues, Instant queuedSince, Caller caller) {
    List<Waiting> all = new ArrayList<>(ofTasks(tasks, caller));
    queues.forEach(queue -> all.add(queued(queue, queuedSince)));
    return all;
  }

  private static Waiting queued(Queue queue, Instant since) {
    return new Waiting(
        QUEUED + queue.kind(),
        first(queue.people()),
        queue.people().size(),
        queue.packages(),
        since,
        Optional.empty(),
        Optional.empty());
  }

  private static List<String> first(List<String> people) {
    return people.subList(0, Math.min(PEOPLE_NAMED, people.size()));
  }

  private static List<Waiting> ofTasks(List<WaitingTask> tasks, Caller caller) {
    Map<String, List<WaitingTask>> kinds = new LinkedHashMap<>();
    for (WaitingTask task : tasks) {
      kinds.computeIfAbsent(task.key(), key -> new ArrayList<>()).add(task);
    }
    return kinds.values().stream().map(kind -> together(kind, caller)).toList();
  }

  private static Waiting together(List<WaitingTask> kind, Caller caller) {
    List<String> people =
        kind.stream().flatMap(task -> task.people().stream()).distinct().sorted().toList();
    return new Waiting(
        kind.get(0).key(),
        first(people),
        people.size(),
        kind.size(),
        kind.get(0).since(),
        kind.stream().flatMap(task -> task.due().stream()).min(Instant::compareTo),
        kind.stream().filter(task -> task.isFor(caller)).map(WaitingTask::id).findFirst());
  }
}
