package io.touchstone.workforce.people;

import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.Project;
import io.touchstone.project.Projects;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.time.Clock;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What work a person may be given: skills, department, conflicts, time. */
@Service
class Planning {

  private final People people;
  private final Workforce workforce;
  private final PersonRepository rows;
  private final Projects projects;
  private final ProjectAccess access;
  private final AuditTrail audit;
  private final Clock clock;

  Planning(
      People people,
      Workforce workforce,
      PersonRepository rows,
      Projects projects,
      ProjectAccess access,
      AuditTrail audit,
      Clock clock) {
    this.people = people;
    this.workforce = workforce;
    this.rows = rows;
    this.projects = projects;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /** Skills that a project which the caller may know asks for or somebody has, in their order. */
  Set<String> knownSkills(Caller by) {
    Set<String> known = new TreeSet<>(rows.skills());
    known(by).forEach(project -> known.add(project.settings().skill()));
    known.removeAll(hiddenSkills(by));
    return known;
  }

  /** Skills that only projects ask for which the caller may not know: they would name them. */
  Set<String> hiddenSkills(Caller by) {
    KnownProjects known = access.known(by);
    Set<String> hidden = new TreeSet<>();
    if (!known.all()) {
      projects.all().stream()
          .filter(project -> !known.include(project.key()))
          .forEach(project -> hidden.add(project.settings().skill()));
      known(by).forEach(project -> hidden.remove(project.settings().skill()));
    }
    return hidden;
  }

  private List<Project> known(Caller by) {
    KnownProjects known = access.known(by);
    return projects.all().stream().filter(project -> known.include(project.key())).toList();
  }

  /** Departments that somebody belongs to. */
  Set<String> departments() {
    Set<String> known = new TreeSet<>();
    workforce.everybody().forEach(person -> known.add(person.department()));
    known.remove("");
    return known;
  }

  /**
   * Gives a skill or another level of it; the same once more changes nothing.
   *
   * @throws Refusal 409 for somebody without a place in planning
   */
  @Transactional
  void giveSkill(String id, String skill, double level, Caller by) {
    Annotator person = require(id, by);
    if (!Optional.of(level).equals(Optional.ofNullable(person.skills().get(skill)))) {
      workforce.giveSkill(id, skill, level, by.id());
    }
  }

  @Transactional
  void takeSkill(String id, String skill, Caller by) {
    require(id, by);
    workforce.takeSkill(id, skill, by.id());
  }

  @Transactional
  void setDepartment(String id, String department, Caller by) {
    Annotator person = require(id, by);
    if (!person.department().equals(department)) {
      workforce.setDepartment(id, department, by.id());
    }
  }

  private Annotator require(String id, Caller by) {
    PeopleRights.plan(by, id);
    people.require(id);
    people.mustBeHere(id);
    return workforce
        .find(id)
        .orElseThrow(
            () ->
                new Refusal(
                    409,
                    "no-work-yet",
                    "This person has no place in planning yet. Make her an annotator first: POST"
                        + " /people/{id}/work, or the button on the page People."));
  }

  /**
   * Notes how long and on which days a person works; what is left out stays.
   *
   * @param minutes a day; an empty one within for: nobody has said
   * @param week working days; no day for: nobody has said
   */
  @Transactional
  void setTime(
      String id, Optional<Optional<Integer>> minutes, Optional<Set<DayOfWeek>> week, Caller by) {
    PeopleRights.plan(by, id);
    people.require(id);
    PersonRow before = rows.find(id);
    Optional<Integer> capacity = minutes.orElse(before.capacityMinutes());
    Set<DayOfWeek> days = week.orElse(before.workingDays());
    if (before.capacityMinutes().equals(capacity) && before.workingDays().equals(days)) {
      return;
    }
    rows.ensure(id, by.id(), clock.instant());
    rows.setTime(id, capacity, days);
    record(
        by,
        "working_time_set",
        "user:" + id,
        Map.of(
            "minutesPerDay",
            capacity.map(Object::toString).orElse(""),
            "days",
            days.stream().sorted().map(Fields::code).toList()));
  }

  /**
   * Notes a conflict; what is known already changes nothing. Its value stands in no audit event: a
   * subject may be a patient.
   *
   * @throws Refusal 422 for a conflict with oneself, or with somebody or a project nobody knows
   */
  @Transactional
  void declare(String id, Conflict.Wanted conflict, Caller by) {
    PeopleRights.plan(by, id);
    people.require(id);
    check(id, conflict, people::isKnown, by);
    rows.ensure(id, by.id(), clock.instant());
    if (rows.insert(id, conflict, by.id(), clock.instant())) {
      record(by, "conflict_noted", "user:" + id, Map.of("kind", conflict.kind().code()));
    }
  }

  /**
   * @param isKnown whether somebody has a user id
   * @throws Refusal 422 as {@link #declare}
   */
  void check(String id, Conflict.Wanted conflict, Predicate<String> isKnown, Caller by) {
    switch (conflict.kind()) {
      case PERSON -> {
        if (conflict.value().equals(id)) {
          throw Fields.fault(
              "conflicts", "Nobody has a conflict with oneself: name the other person.");
        }
        if (!isKnown.test(conflict.value())) {
          throw Fields.fault(
              "conflicts", "Nobody has the user id that the conflict is with. Correct it.");
        }
      }
      case PROJECT -> {
        if (projects.find(conflict.value()).isEmpty() || !access.mayKnow(by, conflict.value())) {
          throw Fields.fault(
              "conflicts", "There is no project of the key that the conflict is with. Correct it.");
        }
      }
      default -> {}
    }
  }

  /** Whether a person is known to have that conflict. */
  boolean isNoted(String id, Conflict.Wanted conflict) {
    return rows.conflicts(id).stream()
        .anyMatch(each -> each.kind() == conflict.kind() && each.value().equals(conflict.value()));
  }

  @Transactional
  void withdraw(String id, long conflictId, Caller by) {
    PeopleRights.plan(by, id);
    people.require(id);
    Conflict gone =
        rows.deleteConflict(id, conflictId)
            .orElseThrow(
                () ->
                    new Refusal(
                        404, "unknown-conflict", "That conflict is not noted. Load it again."));
    if (gone.kind() == Conflict.Kind.PROJECT) {
      access.require(by, gone.value());
    }
    record(by, "conflict_taken_back", "user:" + id, Map.of("kind", gone.kind().code()));
  }

  /** Departments that do not label a project. */
  record DepartmentConflicts(String project, String name, List<String> departments) {}

  /** Of the projects that the caller may know. */
  List<DepartmentConflicts> departmentConflicts(Caller by) {
    return known(by).stream()
        .map(
            project ->
                new DepartmentConflicts(
                    project.key(),
                    project.settings().name(),
                    workforce.conflicts(project.key()).stream().sorted().toList()))
        .toList();
  }

  /** Keeps a department from a project's items, or lets it have them again. */
  @Transactional
  void bar(String projectKey, String department, boolean barred, Caller by) {
    by.mustBe("note conflicts of departments", Role.DATA_MANAGER);
    access.require(by, projects.require(projectKey).key());
    boolean known = workforce.conflicts(projectKey).contains(department);
    if (barred && !known) {
      workforce.declareConflict(projectKey, department, by.id());
    } else if (!barred) {
      workforce.withdrawConflict(projectKey, department, by.id());
    }
  }

  private void record(Caller by, String action, String object, Map<String, ?> details) {
    audit.record(by.id(), action, object, details);
  }
}
