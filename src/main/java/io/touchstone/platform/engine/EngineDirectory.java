package io.touchstone.platform.engine;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.ProjectAccess;
import io.touchstone.platform.security.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** People in Camunda's own user store. */
@Component
class EngineDirectory implements Directory {

  private final IdentityService identity;
  private final EngineRights rights;
  private final ProjectAccess access;

  EngineDirectory(IdentityService identity, EngineRights rights, ProjectAccess access) {
    this.access = access;
    this.identity = identity;
    this.rights = rights;
  }

  @Override
  public Optional<Caller> login(String userId, String password) {
    return identity.checkPassword(userId, password) ? find(userId) : Optional.empty();
  }

  @Override
  public boolean changePassword(String userId, String current, String replacement) {
    if (!identity.checkPassword(userId, current)) {
      return false;
    }
    rights.asSystem(
        () -> {
          User user = identity.createUserQuery().userId(userId).singleResult();
          user.setPassword(replacement);
          identity.saveUser(user);
          return user;
        });
    return true;
  }

  @Override
  public String passwordMark(String userId) {
    if (!EvenIdentityProvider.canBeKnown(userId)) {
      return "";
    }
    User user = rights.asSystem(() -> identity.createUserQuery().userId(userId).singleResult());
    return user == null || user.getPassword() == null ? "" : user.getPassword();
  }

  @Override
  public Optional<Caller> find(String userId) {
    return rights.asSystem(() -> findAsSystem(userId));
  }

  private Optional<Caller> findAsSystem(String userId) {
    if (identity.createUserQuery().userId(userId).count() == 0) {
      return Optional.empty();
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    identity
        .createGroupQuery()
        .groupMember(userId)
        .list()
        .forEach(group -> Role.ofGroup(group.getId()).ifPresent(roles::add));
    return Optional.of(new Caller(userId, roles));
  }

  @Override
  public Set<String> members(Role role) {
    return rights.asSystem(() -> membersAsSystem(role));
  }

  private Set<String> membersAsSystem(Role role) {
    Set<String> members = new TreeSet<>();
    identity
        .createUserQuery()
        .memberOfGroup(role.group())
        .list()
        .forEach(user -> members.add(user.getId()));
    return members;
  }

  @Override
  public void add(String userId, String shownName, Optional<String> password, Set<Role> roles) {
    if (identity.createUserQuery().userId(userId).count() == 0) {
      User user = identity.newUser(userId);
      int space = shownName.indexOf(' ');
      user.setFirstName(space < 0 ? shownName : shownName.substring(0, space));
      user.setLastName(space < 0 ? "" : shownName.substring(space + 1));
      password.ifPresent(user::setPassword);
      identity.saveUser(user);
    }
    for (Role role : roles) {
      if (identity.createUserQuery().userId(userId).memberOfGroup(role.group()).count() == 0) {
        identity.createMembership(userId, role.group());
      }
    }
    if (ProjectAccess.canKnowAll(roles)) {
      access.giveAll(Set.of(userId));
    }
  }
}
