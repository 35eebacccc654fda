package io.touchstone.workforce.people;

import io.touchstone.platform.Days;
import io.touchstone.platform.security.Account;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import io.touchstone.workforce.people.PeopleController.EntryView;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Changes of one person. */
@Api
class PersonController {

  private final People people;
  private final Planning planning;
  private final Presence presence;
  private final Days days;

  PersonController(People people, Planning planning, Presence presence, Days days) {
    this.people = people;
    this.planning = planning;
    this.presence = presence;
    this.days = days;
  }

  /**
   * What of a person is changed; what is left out stays.
   *
   * @param minutesPerDay 0 for: nobody has said
   * @param workingDays codes mon to sun; empty for: nobody has said
   */
  record Change(
      Optional<String> name,
      Optional<String> mail,
      Optional<String> department,
      Optional<Integer> minutesPerDay,
      Optional<List<String>> workingDays) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @PutMapping("/people/{id}")
  ResponseEntity<Void> change(@PathVariable String id, @RequestBody Change body, Caller caller) {
    caller.mustBe("change people", Role.DATA_MANAGER);
    Account account = people.require(id);
    Optional<String> name = body.name().map(Fields::name);
    Optional<Optional<String>> mail = body.mail().map(Fields::mail);
    Optional<String> department = body.department().map(Fields::department);
    Optional<Set<DayOfWeek>> week = body.workingDays().map(PersonController::days);
    Optional<Optional<Integer>> capacity =
        body.minutesPerDay()
            .map(
                minutes -> minutes == 0 ? Optional.empty() : Optional.of(Fields.capacity(minutes)));
    if (name.isPresent() || mail.isPresent()) {
      people.describe(id, name.orElse(account.name()), mail.orElse(account.mail()), caller);
    }
    department.ifPresent(text -> planning.setDepartment(id, text, caller));
    if (capacity.isPresent() || week.isPresent()) {
      planning.setTime(id, capacity, week, caller);
    }
    return ResponseEntity.noContent().build();
  }

  private static Set<DayOfWeek> days(List<String> codes) {
    return codes.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : Fields.days(String.join(" ", codes));
  }

  /** All roles of a person, as groups. */
  record Roles(Optional<List<String>> roles) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @PutMapping("/people/{id}/roles")
  ResponseEntity<Void> roles(@PathVariable String id, @RequestBody Roles body, Caller caller) {
    PeopleRights.roles(caller, id);
    List<String> groups =
        body.roles()
            .orElseThrow(() -> Fields.fault("roles", "Say all roles of the person in \"roles\"."));
    people.setRoles(id, PeopleController.roles(groups), caller);
    return ResponseEntity.noContent().build();
  }

  /**
   * The place in planning that an account from elsewhere lacks.
   *
   * @param skills level by skill
   */
  record Work(Optional<String> department, Optional<Map<String, Double>> skills) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @PostMapping("/people/{id}/work")
  ResponseEntity<Void> work(@PathVariable String id, @RequestBody Work body, Caller caller) {
    PeopleRights.plan(caller, id);
    people.putToWork(
        id,
        Fields.department(body.department().orElse("")),
        PeopleController.skills(body.skills().orElse(Map.of())),
        caller);
    return ResponseEntity.noContent().build();
  }

  /** A level of a skill; 1 where none is said. */
  record Level(Optional<Double> level) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @PutMapping("/people/{id}/skills/{skill}")
  ResponseEntity<Void> give(
      @PathVariable String id, @PathVariable String skill, @RequestBody Level body, Caller caller) {
    PeopleRights.plan(caller, id);
    planning.giveSkill(id, Fields.skill(skill), Fields.level(body.level().orElse(1.0)), caller);
    return ResponseEntity.noContent().build();
  }

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @DeleteMapping("/people/{id}/skills/{skill}")
  ResponseEntity<Void> take(@PathVariable String id, @PathVariable String skill, Caller caller) {
    planning.takeSkill(id, skill, caller);
    return ResponseEntity.noContent().build();
  }

  /**
   * A conflict.
   *
   * @param kind person, source, subject or project
   * @param with user id, source, subject or project's key
   */
  record ConflictBody(Optional<String> kind, Optional<String> with) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @PostMapping("/people/{id}/conflicts")
  ResponseEntity<Void> declare(
      @PathVariable String id, @RequestBody ConflictBody body, Caller caller) {
    PeopleRights.plan(caller, id);
    planning.declare(
        id, Conflict.Wanted.of(body.kind().orElse(""), body.with().orElse("")), caller);
    return ResponseEntity.noContent().build();
  }

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @DeleteMapping("/people/{id}/conflicts/{number}")
  ResponseEntity<Void> withdraw(
      @PathVariable String id, @PathVariable String number, Caller caller) {
    PeopleRights.plan(caller, id);
    planning.withdraw(id, number(number), caller);
    return ResponseEntity.noContent().build();
  }

  /** An absence, both days included, each as 2031-01-15. */
  record AbsenceBody(Optional<String> from, Optional<String> to) {}

  /**
   * What followed.
   *
   * @param movedItems items that others have now
   */
  record Followed(int movedItems) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @PostMapping("/people/{id}/absences")
  Followed away(@PathVariable String id, @RequestBody AbsenceBody body, Caller caller) {
    caller.mustBe("note who is away", Role.DATA_MANAGER);
    LocalDate first = Fields.date("from", body.from());
    LocalDate last = Fields.date("to", body.to().or(body::from));
    return new Followed(presence.note(id, first, last, caller));
  }

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @DeleteMapping("/people/{id}/absences/{number}")
  ResponseEntity<Void> there(@PathVariable String id, @PathVariable String number, Caller caller) {
    caller.mustBe("note who is away", Role.DATA_MANAGER);
    presence.withdraw(id, number(number), caller);
    return ResponseEntity.noContent().build();
  }

  /** First day on which the person is here no more, as 2031-01-15; today where none is said. */
  record Leaving(Optional<String> on) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @PostMapping("/people/{id}/leaving")
  Followed leave(@PathVariable String id, @RequestBody Leaving body, Caller caller) {
    caller.mustBe("note the leaving of somebody", Role.DATA_MANAGER);
    LocalDate day = body.on().isPresent() ? Fields.date("on", body.on()) : days.today();
    return new Followed(presence.leave(id, day, caller));
  }

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @DeleteMapping("/people/{id}/leaving")
  ResponseEntity<Void> stay(@PathVariable String id, Caller caller) {
    caller.mustBe("take back the leaving of somebody", Role.DATA_MANAGER);
    presence.stay(id, caller);
    return ResponseEntity.noContent().build();
  }

  /** Link or password. */
  record Way(Optional<String> first) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @PostMapping("/people/{id}/entry")
  EntryView entry(@PathVariable String id, @RequestBody Way body, Caller caller) {
    caller.mustBe("make a new way in for somebody", Role.DATA_MANAGER);
    return EntryView.of(id, people.newEntry(id, PeopleController.way(body.first()), caller));
  }

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @PostMapping("/people/{id}/confirmation")
  ResponseEntity<Void> confirm(@PathVariable String id, Caller caller) {
    people.confirm(id, caller);
    return ResponseEntity.noContent().build();
  }

  /** Whether a department labels a project. */
  record DepartmentConflict(
      Optional<String> project, Optional<String> department, Optional<Boolean> barred) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @PostMapping("/people-departments")
  ResponseEntity<Void> bar(@RequestBody DepartmentConflict body, Caller caller) {
    caller.mustBe("note conflicts of departments", Role.DATA_MANAGER);
    String department = Fields.department(body.department().orElse(""));
    if (department.isEmpty()) {
      throw Fields.fault("department", "Say which department the conflict is with.");
    }
    planning.bar(body.project().orElse(""), department, body.barred().orElse(true), caller);
    return ResponseEntity.noContent().build();
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new Refusal(404, "unknown-row", "Nothing is noted under that number.");
    }
  }
}
