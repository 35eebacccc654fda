package io.touchstone.platform.engine.account;

import io.touchstone.platform.engine.EngineRights;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.OutsideDirectory;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.web.Refusal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** People in Camunda's own user store. */
@Component
class EngineDirectory implements Directory {

  private final IdentityService identity;
  private final EngineRights rights;
  private final UsedPasswords used;
  private final ObjectProvider<OutsideDirectory> outside;
  private final ProjectAccess access;

  EngineDirectory(
      IdentityService identity,
      EngineRights rights,
      UsedPasswords used,
      ObjectProvider<OutsideDirectory> outside,
      ProjectAccess access) {
    this.outside = outside;
    this.access = access;
    this.identity = identity;
    this.rights = rights;
    this.used = used;
  }

  @Override
  public Optional<Caller> login(String userId, String password) {
    String id = arrive(userId);
    return identity.checkPassword(id, password) ? find(id) : Optional.empty();
  }

  @Override
  public String arrive(String typed) {
    if (EvenIdentityProvider.canBeKnown(typed)) {
      outside.ifAvailable(directory -> directory.arrive(typed));
    }
    return idOf(typed);
  }

  @Override
  public String idOf(String typed) {
    String small = typed.toLowerCase(Locale.ROOT);
    return isOutside(small) ? small : typed;
  }

  private boolean isOutside(String userId) {
    OutsideDirectory directory = outside.getIfAvailable();
    return directory != null && EvenIdentityProvider.canBeKnown(userId) && directory.keeps(userId);
  }

  @Override
  public boolean changePassword(String userId, String current, String replacement) {
    if (isOutside(userId)) {
      throw new Refusal(
          422,
          "password-elsewhere",
          "Your password is kept by your organisation's directory. Change it there.");
    }
    if (!identity.checkPassword(userId, current)) {
      return false;
    }
    rights.asSystem(
        () -> {
          User user = identity.createUserQuery().userId(userId).singleResult();
          used.fault((UserEntity) user, replacement).ifPresent(EngineDirectory::refuse);
          user.setPassword(replacement);
          identity.saveUser(user);
          return user;
        });
    return true;
  }

  private static void refuse(Refusal refusal) {
    throw refusal;
  }

  @Override
  public String passwordMark(String userId) {
    if (!EvenIdentityProvider.canBeKnown(userId)) {
      return "";
    }
    OutsideDirectory directory = outside.getIfAvailable();
    Optional<String> mark = directory == null ? Optional.empty() : directory.mark(userId);
    return mark.orElseGet(() -> ownMark(userId));
  }

  private String ownMark(String userId) {
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
  public void mirror(String userId, String shownName, Set<Role> roles) {
    rights.asSystem(
        () -> {
          User user = identity.createUserQuery().userId(userId).singleResult();
          User mirrored = user == null ? identity.newUser(userId) : user;
          if (!shownName.isBlank()) {
            call(mirrored, shownName);
            identity.saveUser(mirrored);
          }
          give(userId, roles);
          return userId;
        });
  }

  private void give(String userId, Set<Role> roles) {
    Set<Role> before = findAsSystem(userId).map(Caller::roles).orElse(Set.of());
    for (Role role : Role.values()) {
      if (roles.contains(role) && !before.contains(role)) {
        identity.createMembership(userId, role.group());
      } else if (!roles.contains(role) && before.contains(role)) {
        identity.deleteMembership(userId, role.group());
      }
    }
  }

  private static void call(User user, String shownName) {
    int space = shownName.indexOf(' ');
    user.setFirstName(space < 0 ? shownName : shownName.substring(0, space));
    user.setLastName(space < 0 ? "" : shownName.substring(space + 1));
  }

  @Override
  public void add(String userId, String shownName, Optional<String> password, Set<Role> roles) {
    if (identity.createUserQuery().userId(userId).count() == 0) {
      User user = identity.newUser(userId);
      call(user, shownName);
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
