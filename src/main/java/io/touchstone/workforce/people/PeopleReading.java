package io.touchstone.workforce.people;

import io.touchstone.platform.Days;
import io.touchstone.platform.security.Account;
import io.touchstone.platform.security.AccountMakers;
import io.touchstone.platform.security.Accounts;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.invitation.FirstPasswords;
import io.touchstone.platform.security.invitation.Invitations;
import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those who look after people see of them. */
@Service
class PeopleReading {

  private final Accounts accounts;
  private final AccountMakers makers;
  private final Invitations invitations;
  private final FirstPasswords firstPasswords;
  private final Workforce workforce;
  private final WorkOfPeople work;
  private final PersonRepository rows;
  private final AbsenceRepository absences;
  private final Days days;
  private final Clock clock;

  PeopleReading(
      Accounts accounts,
      AccountMakers makers,
      Invitations invitations,
      FirstPasswords firstPasswords,
      Workforce workforce,
      WorkOfPeople work,
      PersonRepository rows,
      AbsenceRepository absences,
      Days days,
      Clock clock) {
    this.accounts = accounts;
    this.makers = makers;
    this.invitations = invitations;
    this.firstPasswords = firstPasswords;
    this.workforce = workforce;
    this.work = work;
    this.rows = rows;
    this.absences = absences;
    this.days = days;
    this.clock = clock;
  }

  /**
   * A person, without any figure of quality or pace.
   *
   * @param state here, away, left, no-work-yet for an annotator or reviewer without a place in
   *     planning, or other for those who do not work on items
   * @param wayIn password, first-password, link, link-ended or none
   * @param wayInEndsAt of a link or a first password
   * @param skills level by skill, above 0 to 1
   * @param skillsSince day on which a level was given, where it was noted
   * @param available whether new work may be planned for the person
   * @param absentUntil the day on which the person is expected back, where it was said
   * @param leftOn first day on which the person is here no more
   * @param waitsForConfirmation whether it is no second person to somebody yet
   */
  record PersonView(
      String id,
      String name,
      Optional<String> mail,
      List<String> roles,
      String state,
      String wayIn,
      Optional<Instant> wayInEndsAt,
      String department,
      Map<String, Double> skills,
      Map<String, LocalDate> skillsSince,
      boolean available,
      boolean simulated,
      Optional<LocalDate> absentUntil,
      Optional<Integer> minutesPerDay,
      List<String> workingDays,
      Optional<LocalDate> leftOn,
      boolean waitsForConfirmation,
      long openPackages,
      long queuedPackages) {}

  /** Everything that is known of one person. */
  record Detail(
      PersonView person,
      List<Conflict> conflicts,
      List<Absence> absences,
      List<AccountMakers.Making> madeBy) {}

  /**
   * How far a reader sees.
   *
   * @param projects whose work and conflicts are shown
   * @param hiddenSkills that would name other projects
   */
  record Sight(KnownProjects projects, Set<String> hiddenSkills) {

    private <T> Map<String, T> skills(Map<String, T> all) {
      Map<String, T> shown = new TreeMap<>(all);
      shown.keySet().removeAll(hiddenSkills);
      return shown;
    }
  }

  /** All, by id. */
  @Transactional
  List<PersonView> all(Sight sight) {
    Known known = known(sight);
    return accounts.all().stream().map(account -> view(account, known)).toList();
  }

  @Transactional
  Detail one(Account account, Sight sight) {
    String id = account.id();
    return new Detail(
        view(account, known(sight)),
        rows.conflicts(id).stream().filter(each -> isFor(sight.projects(), each)).toList(),
        absences.openOf(id),
        makers.of(id));
  }

  private static boolean isFor(KnownProjects projects, Conflict conflict) {
    return conflict.kind() != Conflict.Kind.PROJECT || projects.include(conflict.value());
  }

  /** What stands beside the accounts, by user id. */
  private record Known(
      Map<String, Annotator> annotators,
      Map<String, PersonRow> people,
      Map<String, WorkOfPeople.Load> loads,
      Map<String, Map<String, LocalDate>> skillsSince,
      Map<String, LocalDate> absentUntil,
      Map<String, Instant> links,
      Map<String, Instant> firstPasswords,
      Map<String, List<Absence>> absences,
      Map<String, List<AccountMakers.Making>> makers,
      Sight sight) {}

  private Known known(Sight sight) {
    return new Known(
        workforce.everybody().stream()
            .collect(Collectors.toMap(Annotator::id, Function.identity())),
        rows.all().stream().collect(Collectors.toMap(PersonRow::id, Function.identity())),
        work.loads(sight.projects()),
        workforce.skillsSince(),
        workforce.absentUntil(),
        invitations.ends(),
        firstPasswords.ends(),
        absences.open().stream().collect(Collectors.groupingBy(Absence::personId)),
        makers.all().stream().collect(Collectors.groupingBy(AccountMakers.Making::userId)),
        sight);
  }

  private PersonView view(Account account, Known known) {
    String id = account.id();
    Optional<Annotator> annotator = Optional.ofNullable(known.annotators().get(id));
    PersonRow person = known.people().getOrDefault(id, PersonRow.unknown(id));
    WorkOfPeople.Load load = known.loads().getOrDefault(id, new WorkOfPeople.Load(0, 0));
    return new PersonView(
        id,
        account.name(),
        account.mail(),
        account.roles().stream().sorted().map(Role::group).toList(),
        state(account, annotator, person, known),
        wayIn(account, known),
        ends(id, known),
        annotator.map(Annotator::department).orElse(""),
        known.sight().skills(annotator.map(Annotator::skills).orElse(Map.of())),
        known.sight().skills(known.skillsSince().getOrDefault(id, Map.of())),
        annotator.map(Annotator::available).orElse(false),
        annotator.map(Annotator::simulated).orElse(false),
        Optional.ofNullable(known.absentUntil().get(id)),
        person.capacityMinutes(),
        person.workingDays().stream().sorted().map(Fields::code).toList(),
        person.leftOn(),
        known.makers().getOrDefault(id, List.of()).stream()
            .anyMatch(each -> each.confirmedBy().isEmpty()),
        load.open(),
        load.queued());
  }

  private String state(
      Account account, Optional<Annotator> annotator, PersonRow person, Known known) {
    if (person.closed()) {
      return "left";
    }
    if (!account.worksOnItems()) {
      return "other";
    }
    if (annotator.isEmpty()) {
      return "no-work-yet";
    }
    boolean awayToday =
        known.absences().getOrDefault(account.id(), List.of()).stream()
            .anyMatch(absence -> absence.covers(days.today()));
    return awayToday || !annotator.get().available() ? "away" : "here";
  }

  private String wayIn(Account account, Known known) {
    if (known.firstPasswords().containsKey(account.id())) {
      return "first-password";
    }
    if (account.hasPassword()) {
      return "password";
    }
    return Optional.ofNullable(known.links().get(account.id()))
        .map(end -> clock.instant().isBefore(end) ? "link" : "link-ended")
        .orElse("none");
  }

  private static Optional<Instant> ends(String id, Known known) {
    return Optional.ofNullable(known.firstPasswords().getOrDefault(id, known.links().get(id)));
  }
}
