package io.touchstone.platform.engine.task;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The page on which people answer one kind of task.
 *
 * @param key of the kind, as the diagram names the task
 * @param role who may open it
 * @param deed what they do there, "resolve held batches"; completes "You may not ..."
 */
public record TaskPage(PersonTasks tasks, String key, Role role, String deed) {

  /**
   * The task that the page shows.
   *
   * @throws Refusal 403 if it is not for this caller, 404 if it does not wait or is of another kind
   */
  public OpenTask require(String taskId, Caller caller) {
    caller.mustBe(deed, role);
    return tasks.require(taskId, key, caller);
  }

  /**
   * Completes it.
   *
   * @param answers what the person said; what was left out, the task's {@link TaskPolicy} does not
   *     see
   * @throws Refusal as {@link #require} and {@link PersonTasks#complete}
   */
  public void complete(String taskId, Caller caller, Map<String, ? extends Optional<?>> answers) {
    require(taskId, caller);
    Map<String, Object> given = new HashMap<>();
    answers.forEach((name, answer) -> answer.ifPresent(said -> given.put(name, said)));
    tasks.complete(taskId, caller, given);
  }
}
