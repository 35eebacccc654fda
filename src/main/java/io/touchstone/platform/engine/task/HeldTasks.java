package io.touchstone.platform.engine.task;

import io.touchstone.platform.engine.EngineRights;
import io.touchstone.platform.security.project.Belonging;
import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.platform.security.project.Thing;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;

/** Tasks that somebody has taken from a pool. */
@Service
public class HeldTasks {

  private final TaskService tasks;
  private final AuthorizationService authorizations;
  private final PersonTasks pools;
  private final EngineRights rights;

  HeldTasks(
      TaskService tasks,
      AuthorizationService authorizations,
      PersonTasks pools,
      EngineRights rights) {
    this.tasks = tasks;
    this.authorizations = authorizations;
    this.pools = pools;
    this.rights = rights;
  }

  /**
   * Puts back into their pools the tasks of projects that the person may not know any more. What
   * was given to her by name stays hers.
   *
   * @param known what she may know
   * @return how many there were
   */
  public int putBack(String userId, KnownProjects known) {
    return rights.asSystem(
        () -> {
          int back = 0;
          for (Task task : tasks.createTaskQuery().taskAssignee(userId).list()) {
            Belonging belonging = pools.of(Thing.TASK, task.getId());
            if (!known.include(belonging)) {
              putBack(task.getId(), userId);
              back++;
            }
          }
          return back;
        });
  }

  /** The engine's grant to her is taken too: it would outlive the task's return. */
  private void putBack(String taskId, String userId) {
    tasks.setAssignee(taskId, null);
    authorizations
        .createAuthorizationQuery()
        .userIdIn(userId)
        .resourceType(Resources.TASK)
        .resourceId(taskId)
        .list()
        .forEach(right -> authorizations.deleteAuthorization(right.getId()));
  }
}
