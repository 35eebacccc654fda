package io.touchstone.platform.engine.account;

import io.touchstone.platform.engine.EngineRights;
import io.touchstone.platform.security.Account;
import io.touchstone.platform.security.Accounts;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.password.PasswordRules;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.web.Refusal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Accounts in Camunda's own user store. */
@Component
class EngineAccounts implements Accounts {

  private static final String SAME_ID = "select * from ACT_ID_USER where lower(ID_) = lower(#{id})";

  private final IdentityService identity;
  private final TaskService tasks;
  private final EngineRights rights;
  private final ProjectAccess access;

  EngineAccounts(
      IdentityService identity, TaskService tasks, EngineRights rights, ProjectAccess access) {
    this.access = access;
    this.identity = identity;
    this.tasks = tasks;
    this.rights = rights;
  }

  @Override
  public List<Account> all() {
    return rights.asSystem(
        () -> {
          Map<Role, Set<String>> members = new EnumMap<>(Role.class);
          for (Role role : Role.values()) {
            members.put(
                role,
                identity.createUserQuery().memberOfGroup(role.group()).list().stream()
                    .map(User::getId)
                    .collect(Collectors.toSet()));
          }
          return identity.createUserQuery().list().stream()
              .map(user -> account(user, roles(user.getId(), members)))
              .sorted(Comparator.comparing(Account::id))
              .toList();
        });
  }

  private static Set<Role> roles(String userId, Map<Role, Set<String>> members) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    members.forEach(
        (role, ids) -> {
          if (ids.contains(userId)) {
            roles.add(role);
          }
        });
    return roles;
  }

  @Override
  public Optional<Account> find(String userId) {
    if (!EvenIdentityProvider.canBeKnown(userId)) {
      return Optional.empty();
    }
    return rights.asSystem(() -> Optional.ofNullable(user(userId)).map(this::withRoles));
  }

  private User user(String userId) {
    return identity.createUserQuery().userId(userId).singleResult();
  }

  private Account withRoles(User user) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    identity
        .createGroupQuery()
        .groupMember(user.getId())
        .list()
        .forEach(group -> Role.ofGroup(group.getId()).ifPresent(roles::add));
    return account(user, roles);
  }

  private static Account account(User user, Set<Role> roles) {
    String name = (text(user.getFirstName()) + " " + text(user.getLastName())).strip();
    String mail = text(user.getEmail());
    return new Account(
        user.getId(),
        name.isEmpty() ? user.getId() : name,
        Optional.of(mail).filter(words -> !words.isEmpty()),
        roles,
        user.getPassword() != null);
  }

  private static String text(String stored) {
    return stored == null ? "" : stored.strip();
  }

  @Override
  public void create(String userId, String name, Optional<String> mail, Set<Role> roles) {
    asSystem(
        () -> {
          if (!identity
              .createNativeUserQuery()
              .sql(SAME_ID)
              .parameter("id", userId)
              .list()
              .isEmpty()) {
            throw new Refusal(
                409, "id-taken", "Somebody has the user id " + userId + ". Choose another.");
          }
          User user = identity.newUser(userId);
          describe(user, name, mail);
          identity.saveUser(user);
          roles.forEach(role -> identity.createMembership(userId, role.group()));
          knowAll(userId, Set.of(), roles);
        });
  }

  private static void describe(User user, String name, Optional<String> mail) {
    int space = name.indexOf(' ');
    user.setFirstName(space < 0 ? name : name.substring(0, space));
    user.setLastName(space < 0 ? "" : name.substring(space + 1));
    user.setEmail(mail.orElse(""));
  }

  @Override
  public void describe(String userId, String name, Optional<String> mail) {
    change(userId, user -> describe(user, name, mail));
  }

  @Override
  public void setRoles(String userId, Set<Role> roles) {
    asSystem(
        () -> {
          Set<Role> before = withRoles(user(userId)).roles();
          for (Role role : Role.values()) {
            if (before.contains(role) && !roles.contains(role)) {
              identity.deleteMembership(userId, role.group());
            } else if (!before.contains(role) && roles.contains(role)) {
              identity.createMembership(userId, role.group());
            }
          }
          knowAll(userId, before, roles);
        });
  }

  /** As in {@link io.touchstone.platform.security.Directory#add}: until somebody says otherwise. */
  private void knowAll(String userId, Set<Role> before, Set<Role> roles) {
    if (ProjectAccess.canKnowAll(roles) && !ProjectAccess.canKnowAll(before)) {
      access.giveAll(Set.of(userId));
    }
  }

  @Override
  public void setPassword(String userId, String password) {
    PasswordRules.fault(userId, password)
        .ifPresent(
            fault -> {
              throw fault;
            });
    change(userId, user -> user.setPassword(password));
  }

  @Override
  public void close(String userId) {
    setRoles(userId, Set.of());
    change(userId, user -> ((UserEntity) user).setDbPassword(null));
    asSystem(() -> tasks.createTaskQuery().taskAssignee(userId).list().forEach(this::giveUp));
  }

  /** A task that was meant for one person alone has nobody else who could take it. */
  private void giveUp(Task task) {
    boolean forOthers =
        tasks.getIdentityLinksForTask(task.getId()).stream()
            .anyMatch(link -> link.getGroupId() != null);
    if (forOthers) {
      tasks.setAssignee(task.getId(), null);
    }
  }

  private void change(String userId, java.util.function.Consumer<User> change) {
    asSystem(
        () -> {
          User user = user(userId);
          change.accept(user);
          identity.saveUser(user);
        });
  }

  private void asSystem(Runnable work) {
    Supplier<Boolean> whole =
        () -> {
          work.run();
          return true;
        };
    rights.asSystem(whole);
  }
}
