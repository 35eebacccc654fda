package io.touchstone.platform.engine.task;

import io.touchstone.platform.StartStep;
import io.touchstone.platform.engine.ProjectGroups;
import io.touchstone.platform.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tasks that wait since before access went by project were given to a role everywhere: they are
 * given to the people of their project, and what the engine let the role do with them is taken
 * back.
 */
@Component
@Order(5)
class PoolsByProject implements StartStep {

  private static final Logger log = LoggerFactory.getLogger(PoolsByProject.class);

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final AuthorizationService authorizations;
  private final ProjectGroups groups;

  PoolsByProject(
      TaskService tasks,
      RuntimeService runtime,
      AuthorizationService authorizations,
      ProjectGroups groups) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.authorizations = authorizations;
    this.groups = groups;
  }

  @Override
  @Transactional
  public void run() {
    Arrays.stream(Role.values())
        .filter(role -> role != Role.ADMINISTRATOR && role != Role.ANNOTATOR)
        .forEach(role -> waiting(role).forEach(task -> give(task, role.group())));
  }

  private List<Task> waiting(Role role) {
    return tasks.createTaskQuery().taskCandidateGroup(role.group()).includeAssignedTasks().list();
  }

  private void give(Task task, String group) {
    Optional<String> businessKey =
        Optional.ofNullable(
            runtime
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
    tasks.deleteCandidateGroup(task.getId(), group);
    authorizations
        .createAuthorizationQuery()
        .groupIdIn(group)
        .resourceType(Resources.TASK)
        .resourceId(task.getId())
        .list()
        .forEach(right -> authorizations.deleteAuthorization(right.getId()));
    groups
        .candidates(group, businessKey)
        .forEach(each -> tasks.addCandidateGroup(task.getId(), each));
    log.info("pool_by_project task={} group={}", task.getId(), group);
  }
}
