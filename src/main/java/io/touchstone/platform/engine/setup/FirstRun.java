package io.touchstone.platform.engine.setup;

import io.touchstone.platform.StartRefused;
import io.touchstone.platform.StartStep;
import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.crypto.Secrets;
import io.touchstone.platform.engine.account.RoleRights;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.FirstRunNotes;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.password.PasswordRules;
import io.touchstone.platform.security.project.ProjectAccess;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the groups, their rights and the first administrator; later starts change nothing. */
@Component
@Order(1)
class FirstRun implements StartStep {

  /** The first administrator. */
  static final String ADMIN = "admin";

  private static final Logger log = LoggerFactory.getLogger(FirstRun.class);

  private final IdentityService identity;
  private final RoleRights rights;
  private final TasklistFilters filters;
  private final Directory directory;
  private final Secrets secrets;
  private final TouchstoneSettings settings;
  private final FirstRunNotes notes;
  private final ProjectAccess access;

  FirstRun(
      IdentityService identity,
      RoleRights rights,
      TasklistFilters filters,
      Directory directory,
      Secrets secrets,
      TouchstoneSettings settings,
      FirstRunNotes notes,
      ProjectAccess access) {
    this.access = access;
    this.identity = identity;
    this.rights = rights;
    this.filters = filters;
    this.directory = directory;
    this.secrets = secrets;
    this.settings = settings;
    this.notes = notes;
  }

  @Override
  public void run() {
    for (Role role : Role.values()) {
      ensureGroup(role);
    }
    rights.ensure();
    filters.ensure();
    beginAccess();
    if (directory.find(ADMIN).isEmpty()) {
      createAdministrator();
    }
  }

  /** Who worked here before access went by project goes on knowing all of them. */
  private void beginAccess() {
    Set<String> people = new TreeSet<>();
    for (Role role : Role.values()) {
      if (ProjectAccess.canKnowAll(Set.of(role))) {
        people.addAll(directory.members(role));
      }
    }
    if (access.begin(people)) {
      log.info("access_by_project_begun people={}", people.size());
    }
  }

  private void ensureGroup(Role role) {
    if (identity.createGroupQuery().groupId(role.group()).count() == 0) {
      Group group = identity.newGroup(role.group());
      group.setName(role.plural());
      group.setType(role == Role.ADMINISTRATOR ? "SYSTEM" : "WORKFLOW");
      identity.saveGroup(group);
    }
  }

  /**
   * The password that the settings give the first administrator.
   *
   * @throws StartRefused if it is unfit; it does not repeat it
   */
  static Optional<String> givenPassword(TouchstoneSettings settings) {
    Optional<String> given = settings.givenAdminPassword();
    given
        .flatMap(password -> PasswordRules.fault(ADMIN, password))
        .ifPresent(
            fault -> {
              throw new StartRefused(
                  "touchstone.admin-password (TOUCHSTONE_ADMIN_PASSWORD) is unfit: "
                      + fault.getMessage(),
                  "Set another, or none: one is drawn then and shown once.");
            });
    return given;
  }

  private void createAdministrator() {
    String password = givenPassword(settings).orElseGet(secrets::newPassword);
    directory.add(ADMIN, "Administrator", Optional.of(password), Set.of(Role.ADMINISTRATOR));
    if (settings.givenAdminPassword().isEmpty()) {
      notes.note(ADMIN, password);
      System.out.printf(
          "%nFirst start: user \"%s\", password %s (also in %s; shown only once)%n%n",
          ADMIN, password, notes.file());
    }
    log.info("administrator_created user={}", ADMIN);
  }
}
