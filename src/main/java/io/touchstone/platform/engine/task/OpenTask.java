package io.touchstone.platform.engine.task;

import java.util.Optional;

/**
 * A person's task that waits.
 *
 * @param id task id
 * @param key id of the user task in the BPMN, "label-items"
 * @param batchId business key of its process instance
 * @param assignee who has it; empty while it is in the pool
 * @param variables small values of its process instance
 */
public record OpenTask(
    String id,
    String key,
    String batchId,
    Optional<String> assignee,
    java.util.Map<String, Object> variables) {

  /** The text variable of that name, which the process must have set. */
  public String text(String name) {
    Object value = variables.get(name);
    if (value == null) {
      throw new IllegalStateException("Task " + key + " lacks the variable " + name);
    }
    return value.toString();
  }
}
