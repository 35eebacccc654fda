package io.touchstone.workforce.people;

import io.touchstone.platform.security.AccountMakers;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.invitation.FirstPasswords;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.web.Api;
import io.touchstone.workforce.people.PeopleReading.PersonView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is here, and who comes. */
@Api
class PeopleController {

  private static final int MOST = 500;

  private final People people;
  private final PeopleReading reading;
  private final Planning planning;
  private final ProjectAccess access;

  PeopleController(People people, PeopleReading reading, Planning planning, ProjectAccess access) {
    this.access = access;
    this.people = people;
    this.reading = reading;
    this.planning = planning;
  }

  /**
   * What the page may show.
   *
   * @param mayManage whether the caller sees people at all
   * @param mayGiveRoles whether the caller gives roles and confirms accounts
   */
  record Access(boolean mayManage, boolean mayGiveRoles) {}

  @Reach(Reach.Over.NO_PROJECT)
  @GetMapping("/people-access")
  Access access(Caller caller) {
    return new Access(caller.mayActAs(Role.DATA_MANAGER), caller.is(Role.ADMINISTRATOR));
  }

  /**
   * People, by id.
   *
   * @param total how many fit the filter, of whom the first 500 are listed
   * @param skills known ones: asked for by a project or had by somebody
   * @param projects with the departments that do not label them
   */
  record PeopleView(
      List<PersonView> people,
      int total,
      Set<String> skills,
      Set<String> departments,
      List<Planning.DepartmentConflicts> projects) {}

  /**
   * @param q part of an id or a name
   * @param role of those who are listed
   * @param state as of a person
   */
  @Reach(Reach.Over.KNOWN_PROJECTS)
  @GetMapping("/people")
  PeopleView people(
      @RequestParam Optional<String> q,
      @RequestParam Optional<String> role,
      @RequestParam Optional<String> state,
      Caller caller) {
    PeopleRights.look(caller);
    String part = q.orElse("").strip().toLowerCase(Locale.ROOT);
    List<PersonView> all =
        reading.all(sight(caller)).stream()
            .filter(
                person ->
                    person.id().toLowerCase(Locale.ROOT).contains(part)
                        || person.name().toLowerCase(Locale.ROOT).contains(part))
            .filter(person -> role.map(person.roles()::contains).orElse(true))
            .filter(person -> state.map(person.state()::equals).orElse(true))
            .toList();
    return new PeopleView(
        all.stream().limit(MOST).toList(),
        all.size(),
        planning.knownSkills(caller),
        planning.departments(),
        planning.departmentConflicts(caller));
  }

  private PeopleReading.Sight sight(Caller caller) {
    return new PeopleReading.Sight(access.known(caller), planning.hiddenSkills(caller));
  }

  /** A conflict as it is shown. */
  record ConflictView(long id, String kind, String with, String notedBy) {}

  /** An absence as it is shown, both days included. */
  record AbsenceView(long id, LocalDate from, LocalDate to, boolean begun) {}

  /** Somebody who made the account or set its password. */
  record MakerView(String by, String how, Instant at, Optional<String> confirmedBy) {}

  /** Everything about a person. */
  record DetailView(
      PersonView person,
      List<ConflictView> conflicts,
      List<AbsenceView> absences,
      List<MakerView> madeBy) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @GetMapping("/people/{id}")
  DetailView person(@PathVariable String id, Caller caller) {
    PeopleRights.look(caller);
    PeopleReading.Detail detail = reading.one(people.require(id), sight(caller));
    return new DetailView(
        detail.person(),
        detail.conflicts().stream()
            .map(
                each ->
                    new ConflictView(each.id(), each.kind().code(), each.value(), each.notedBy()))
            .toList(),
        detail.absences().stream()
            .map(each -> new AbsenceView(each.id(), each.first(), each.last(), each.begun()))
            .toList(),
        detail.madeBy().stream().map(PeopleController::maker).toList());
  }

  private static MakerView maker(AccountMakers.Making each) {
    return new MakerView(each.madeBy(), each.how().code(), each.at(), each.confirmedBy());
  }

  /**
   * Somebody who is to be added.
   *
   * @param roles groups; an annotator where none is said
   * @param skills level by skill
   * @param first {@code link} for a one-time link, {@code password} for a first password
   */
  record NewPerson(
      Optional<String> id,
      Optional<String> name,
      Optional<String> mail,
      Optional<List<String>> roles,
      Optional<String> department,
      Optional<Map<String, Double>> skills,
      Optional<String> first) {}

  /**
   * How the person gets in: one of both, shown this once.
   *
   * @param link a one-time link
   * @param password a first password, which has to be changed at the first login
   * @param endsAt after which it opens nothing
   */
  record EntryView(
      String person,
      Optional<String> link,
      Optional<String> password,
      Instant endsAt,
      String hint) {

    static EntryView of(String person, WaysIn.Entry entry) {
      return entry
          .link()
          .map(
              link ->
                  new EntryView(
                      person, Optional.of(link.url()), Optional.empty(), link.endsAt(), LINK_HINT))
          .orElseGet(() -> ofPassword(person, entry.password().orElseThrow()));
    }

    private static EntryView ofPassword(String person, FirstPasswords.Given given) {
      return new EntryView(
          person, Optional.empty(), Optional.of(given.password()), given.endsAt(), PASSWORD_HINT);
    }

    /** As text it says nothing. */
    @Override
    public String toString() {
      return "EntryView[]";
    }
  }

  private static final String LINK_HINT =
      "Hand this link to the person and to nobody else; it is shown once. It opens once, for"
          + " choosing a password.";
  private static final String PASSWORD_HINT =
      "Hand this first password to the person and to nobody else; it is shown once. It has to be"
          + " changed at the first login.";

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @PostMapping("/people")
  ResponseEntity<EntryView> add(@RequestBody NewPerson body, Caller caller) {
    caller.mustBe("add people", Role.DATA_MANAGER);
    String id = Fields.id(body.id().orElse(""));
    People.Newcomer newcomer =
        new People.Newcomer(
            id,
            Fields.name(body.name().orElse("")),
            Fields.mail(body.mail().orElse("")),
            roles(body.roles().orElse(List.of(Role.ANNOTATOR.group()))),
            Fields.department(body.department().orElse("")),
            skills(body.skills().orElse(Map.of())),
            way(body.first()));
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(EntryView.of(id, people.add(newcomer, caller)));
  }

  static Set<Role> roles(List<String> groups) {
    return groups.stream().map(Fields::role).collect(Collectors.toSet());
  }

  static Map<String, Double> skills(Map<String, Double> given) {
    Map<String, Double> skills = new LinkedHashMap<>();
    given.forEach((skill, level) -> skills.put(Fields.skill(skill), Fields.level(level)));
    return skills;
  }

  static WaysIn.Way way(Optional<String> first) {
    return switch (first.orElse("link")) {
      case "link" -> WaysIn.Way.LINK;
      case "password" -> WaysIn.Way.PASSWORD;
      default ->
          throw Fields.fault(
              "first", "Say in \"first\" how the person gets in: link, or password.");
    };
  }
}
