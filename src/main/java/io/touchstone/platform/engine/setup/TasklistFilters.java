package io.touchstone.platform.engine.setup;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.stereotype.Component;

/** The one list that everybody sees in Tasklist: what is mine, and what lies in my pools. */
@Component
class TasklistFilters {

  private static final String NAME = "My tasks";

  private final FilterService filters;
  private final TaskService tasks;
  private final AuthorizationService authorizations;

  TasklistFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
    this.filters = filters;
    this.tasks = tasks;
    this.authorizations = authorizations;
  }

  void ensure() {
    if (filters.createTaskFilterQuery().filterName(NAME).count() > 0) {
      return;
    }
    Filter filter =
        filters
            .newTaskFilter(NAME)
            .setQuery(
                tasks
                    .createTaskQuery()
                    .or()
                    .taskAssigneeExpression("${currentUser()}")
                    .taskCandidateUserExpression("${currentUser()}")
                    .taskCandidateGroupInExpression("${currentUserGroups()}")
                    .endOr())
            .setProperties(
                Map.of(
                    "description",
                    "What is given to you and what lies in your pools",
                    "priority",
                    0,
                    "color",
                    "#155cb5",
                    "refresh",
                    true,
                    "showUndefinedVariable",
                    false));
    filters.saveFilter(filter);
    Authorization everybody = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
    everybody.setResource(Resources.FILTER);
    everybody.setResourceId(filter.getId());
    everybody.addPermission(Permissions.READ);
    authorizations.saveAuthorization(everybody);
  }
}
