package io.touchstone.platform.engine.doors;

import io.touchstone.platform.security.Role;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.camunda.bpm.webapp.impl.security.filter.Authorization;
import org.camunda.bpm.webapp.impl.security.filter.RequestAuthorizer;

/**
 * Named in {@code touchstone-wall.json}, the wall before the door: lets administrators through.
 * Camunda makes it by its name.
 */
public class AdministratorWall implements RequestAuthorizer {

  private static final String ENGINE = "default";

  private final Set<String> groups;

  /** For administrators. */
  public AdministratorWall() {
    this(Set.of(Role.ADMINISTRATOR));
  }

  AdministratorWall(Set<Role> roles) {
    this.groups =
        roles.stream().map(Role::group).collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  @Override
  public Authorization authorize(Map<String, String> parameters) {
    Authentications current = Authentications.getCurrent();
    if (current == null
        || !(current.getAuthenticationForProcessEngine(ENGINE)
            instanceof UserAuthentication user)) {
      return Authorization.denied(null);
    }
    boolean member = user.getGroupIds().stream().anyMatch(groups::contains);
    return member ? Authorization.granted(user) : Authorization.denied(user);
  }
}
