package io.touchstone.platform.engine.task;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A person's task that a batch waits for, as a list shows it.
 *
 * @param key id of the user task in the BPMN, "label-items"
 * @param assignee who has it; empty while it is in the pool
 * @param candidates groups of roles and persons in whose pool it is; of a role those who may know
 *     the batch
 * @param since when it was made
 */
public record WaitingTask(
    String id,
    String key,
    String batchId,
    Optional<String> assignee,
    List<String> candidates,
    Instant since,
    Optional<Instant> due) {

  /** Whom the batch waits for: the assignee, else the pool. */
  public List<String> people() {
    return assignee.map(List::of).orElse(candidates);
  }

  /** Whether this caller may open and do it. */
  public boolean isFor(Caller caller) {
    if (assignee.isPresent()) {
      return assignee.get().equals(caller.id());
    }
    return caller.is(Role.ADMINISTRATOR)
        || candidates.contains(caller.id())
        || caller.roles().stream().map(Role::group).anyMatch(candidates::contains);
  }
}
