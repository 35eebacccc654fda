package io.touchstone.workforce.access;

import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.engine.task.HeldTasks;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.Projects;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which projects a person may know, said by somebody else: by an administrator, for people who only
 * label also by a data manager, within the projects that she may know herself.
 */
@Service
public class PersonProjects {

  private static final Logger log = LoggerFactory.getLogger(PersonProjects.class);

  private final ProjectAccess access;
  private final Projects projects;
  private final Directory directory;
  private final HeldTasks tasks;
  private final AuditTrail audit;

  PersonProjects(
      ProjectAccess access,
      Projects projects,
      Directory directory,
      HeldTasks tasks,
      AuditTrail audit) {
    this.access = access;
    this.projects = projects;
    this.directory = directory;
    this.tasks = tasks;
    this.audit = audit;
  }

  /**
   * What a person may know, as far as the reader may know it.
   *
   * @param all whether every project, those of tomorrow included
   * @param projects keys of those that were named; empty where it is all
   * @param atWorkIn keys of those in which the person has work packages now
   * @param mayChange whether the reader may say it anew
   */
  public record View(
      boolean all, List<String> projects, List<String> atWorkIn, boolean mayChange) {}

  /**
   * What was said for a person.
   *
   * @throws Refusal 404 if nobody has that id
   */
  public View of(String userId, Caller reader) {
    Caller person = require(userId);
    KnownProjects named = named(person);
    KnownProjects seen = access.known(reader);
    return new View(
        named.all(),
        named.all() ? List.of() : shown(named.keys(), seen),
        shown(access.atWork(userId), seen),
        mayChange(person, reader));
  }

  /**
   * Says anew what a person may know. Tasks that she has taken from pools of other projects go back
   * there; work packages stay hers.
   *
   * @param wanted what she may know; of the projects that the writer may not know nothing changes
   * @throws Refusal 404 if nobody has that id or there is no such project, 403 if the writer may
   *     not say it, 422 if the person can know no more than her work
   */
  @Transactional
  public View set(String userId, KnownProjects wanted, Caller writer) {
    Caller person = require(userId);
    refuse(person, wanted, writer);
    KnownProjects seen = access.known(writer);
    wanted.keys().forEach(key -> access.require(writer, projects.require(key).key()));
    KnownProjects before = named(person);
    Set<String> keys = new TreeSet<>(wanted.keys());
    before.keys().stream().filter(key -> !seen.include(key)).forEach(keys::add);
    access.set(userId, new KnownProjects(wanted.all(), wanted.all() ? Set.of() : keys));
    int back = tasks.putBack(userId, access.known(person));
    audit.record(
        writer.id(),
        "project_access_changed",
        "person:" + userId,
        Map.of(
            "all",
            wanted.all(),
            "projects",
            wanted.all() ? List.of() : List.copyOf(keys),
            "before",
            before.all() ? List.of("all") : shown(before.keys(), KnownProjects.EVERY),
            "tasksPutBack",
            back));
    log.info(
        "project_access_changed person={} all={} projects={}", userId, wanted.all(), keys.size());
    return of(userId, writer);
  }

  private void refuse(Caller person, KnownProjects wanted, Caller writer) {
    writer.mustBe("say which projects somebody may know", Role.DATA_MANAGER);
    if (person.id().equals(writer.id())) {
      throw new Refusal(
          403,
          "own-access",
          "Nobody says which projects she may know herself. Ask an administrator.");
    }
    if (!mayChange(person, writer)) {
      throw new Refusal(
          403,
          "not-allowed",
          "Which projects somebody may know who does more than labelling is said by"
              + " administrators.");
    }
    if (wanted.all() && !ProjectAccess.canKnowAll(person.roles())) {
      throw new Refusal(
          422,
          "only-labels",
          "Somebody who only labels knows the projects that she is registered for or has work in."
              + " Name them.");
    }
  }

  private static boolean mayChange(Caller person, Caller writer) {
    boolean self = person.id().equals(writer.id());
    return !self
        && (writer.is(Role.ADMINISTRATOR)
            || writer.is(Role.DATA_MANAGER) && !ProjectAccess.canKnowAll(person.roles()));
  }

  private KnownProjects named(Caller person) {
    return person.is(Role.ADMINISTRATOR) ? KnownProjects.EVERY : access.named(person.id());
  }

  private Caller require(String userId) {
    return directory
        .find(userId)
        .orElseThrow(
            () -> new Refusal(404, "unknown-person", "There is nobody with that user name."));
  }

  private static List<String> shown(Set<String> keys, KnownProjects seen) {
    return keys.stream().filter(seen::include).sorted().toList();
  }
}
