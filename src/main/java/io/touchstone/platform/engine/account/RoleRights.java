package io.touchstone.platform.engine.account;

import io.touchstone.platform.security.Role;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/** What each role may do in the engine; one table. */
@Component
public class RoleRights {

  private static final String ANY = Authorization.ANY;

  private record Right(
      Role role, Resource resource, String resourceId, List<Permission> permissions) {}

  private static Right application(Role role, String application) {
    return new Right(role, Resources.APPLICATION, application, List.of(Permissions.ACCESS));
  }

  private static Right right(Role role, Resource resource, Permission... permissions) {
    return new Right(role, resource, ANY, List.of(permissions));
  }

  private static final List<Right> RIGHTS =
      List.of(
          application(Role.ANNOTATOR, "tasklist"),
          application(Role.REVIEWER, "tasklist"),
          application(Role.PRIVACY_OFFICER, "tasklist"),
          application(Role.GUIDELINE_OWNER, "tasklist"),
          application(Role.DATA_MANAGER, "tasklist"),
          application(Role.AUDITOR, "cockpit"),
          right(
              Role.AUDITOR,
              Resources.PROCESS_DEFINITION,
              Permissions.READ,
              ProcessDefinitionPermissions.READ_INSTANCE,
              ProcessDefinitionPermissions.READ_HISTORY,
              ProcessDefinitionPermissions.READ_TASK),
          right(
              Role.AUDITOR,
              Resources.DECISION_DEFINITION,
              Permissions.READ,
              Permissions.READ_HISTORY),
          right(Role.AUDITOR, Resources.DEPLOYMENT, Permissions.READ),
          // Cockpit's page of open tasks counts them per group.
          right(Role.AUDITOR, Resources.TASK, Permissions.READ),
          application(Role.PROCESS_OWNER, "cockpit"),
          right(
              Role.PROCESS_OWNER,
              Resources.PROCESS_DEFINITION,
              Permissions.READ,
              ProcessDefinitionPermissions.READ_INSTANCE,
              ProcessDefinitionPermissions.READ_HISTORY),
          right(
              Role.PROCESS_OWNER,
              Resources.DECISION_DEFINITION,
              Permissions.READ,
              Permissions.READ_HISTORY),
          right(Role.PROCESS_OWNER, Resources.DEPLOYMENT, Permissions.READ),
          application(Role.ADMINISTRATOR, ANY),
          right(Role.ADMINISTRATOR, Resources.USER, Permissions.ALL),
          right(Role.ADMINISTRATOR, Resources.GROUP, Permissions.ALL),
          right(Role.ADMINISTRATOR, Resources.GROUP_MEMBERSHIP, Permissions.ALL),
          right(Role.ADMINISTRATOR, Resources.AUTHORIZATION, Permissions.ALL),
          right(Role.ADMINISTRATOR, Resources.FILTER, Permissions.ALL),
          right(Role.ADMINISTRATOR, Resources.TENANT, Permissions.ALL),
          right(Role.ADMINISTRATOR, Resources.TENANT_MEMBERSHIP, Permissions.ALL),
          right(Role.ADMINISTRATOR, Resources.PROCESS_DEFINITION, Permissions.ALL),
          right(Role.ADMINISTRATOR, Resources.PROCESS_INSTANCE, Permissions.ALL),
          right(Role.ADMINISTRATOR, Resources.DECISION_DEFINITION, Permissions.ALL),
          right(Role.ADMINISTRATOR, Resources.DEPLOYMENT, Permissions.ALL),
          right(Role.ADMINISTRATOR, Resources.TASK, Permissions.ALL),
          right(Role.ADMINISTRATOR, Resources.BATCH, Permissions.ALL),
          right(Role.ADMINISTRATOR, Resources.OPERATION_LOG_CATEGORY, Permissions.ALL),
          right(Role.ADMINISTRATOR, Resources.SYSTEM, Permissions.ALL));

  private final AuthorizationService authorizations;

  RoleRights(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  /** Grants what is not granted yet; what an administrator changed stays changed. */
  public void ensure() {
    RIGHTS.forEach(this::ensure);
  }

  private void ensure(Right right) {
    boolean exists =
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(right.role().group())
                .resourceType(right.resource())
                .resourceId(right.resourceId())
                .count()
            > 0;
    if (!exists) {
      Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      grant.setGroupId(right.role().group());
      grant.setResource(right.resource());
      grant.setResourceId(right.resourceId());
      right.permissions().forEach(grant::addPermission);
      authorizations.saveAuthorization(grant);
    }
  }
}
