package io.touchstone.platform.engine.task;

import io.touchstone.platform.engine.ProjectGroups;
import io.touchstone.platform.engine.RaisedRefusal;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.project.Belonging;
import io.touchstone.platform.web.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.IdentityLink;

/** Whom a task was given to choose from. */
final class Pool {

  private Pool() {}

  /** Whether the caller is one of them, at this moment. */
  static boolean includes(List<IdentityLink> pool, Caller caller, ProjectGroups groups) {
    return includes(pool, caller.id(), groups.of(caller));
  }

  private static boolean includes(
      Collection<IdentityLink> pool, String userId, Collection<String> groups) {
    return pool.stream()
        .anyMatch(
            link ->
                userId.equals(link.getUserId())
                    || link.getGroupId() != null && groups.contains(link.getGroupId()));
  }

  /** Where what they do belongs. */
  static Belonging belonging(List<IdentityLink> pool) {
    return ProjectGroups.belonging(
        pool.stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).toList());
  }

  /**
   * Refuses somebody who is not in the pool of a task any more, whatever rights the engine still
   * holds for her; administrators pass, and tasks that were never in a pool.
   */
  static void check(DelegateTask task, Authentication person) {
    Collection<IdentityLink> pool = task.getCandidates();
    if (pool.isEmpty() || AssignmentListener.isAdministrator(person)) {
      return;
    }
    Collection<String> groups = person.getGroupIds() == null ? List.of() : person.getGroupIds();
    if (!includes(pool, person.getUserId(), groups)) {
      throw RaisedRefusal.raise(
          new Refusal(
              403,
              "not-your-pool",
              "This task is for people of its project, and you are not one of them any more."));
    }
  }
}
