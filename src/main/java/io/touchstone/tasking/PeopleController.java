package io.touchstone.tasking;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.KnownProjects;
import io.touchstone.platform.security.ProjectAccess;
import io.touchstone.platform.security.Reach;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.Thing;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Who labels and reviews, who is there, and how much work each has. */
@Api
class PeopleController {

  private final Workforce workforce;
  private final Directory directory;
  private final PeopleRepository work;
  private final Absences absences;
  private final ProjectAccess access;

  PeopleController(
      Workforce workforce,
      Directory directory,
      PeopleRepository work,
      Absences absences,
      ProjectAccess access) {
    this.access = access;
    this.workforce = workforce;
    this.directory = directory;
    this.work = work;
    this.absences = absences;
  }

  /** Everybody, by id. */
  record PeopleView(List<PersonView> people) {}

  /**
   * A person, without any figure of quality or pace.
   *
   * @param roles groups of the person, of those who work on items
   * @param skills level per skill, above 0 to 1
   * @param absentUntil the day on which the person is expected back, where it was said
   */
  record PersonView(
      String id,
      List<String> roles,
      String department,
      Map<String, Double> skills,
      boolean available,
      Optional<LocalDate> absentUntil,
      long openPackages,
      long queuedPackages) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @GetMapping("/people")
  PeopleView people(Caller caller) {
    caller.mustBe("see people", Role.DATA_MANAGER);
    Map<Role, Set<String>> members = new EnumMap<>(Role.class);
    for (Role role : List.of(Role.ANNOTATOR, Role.REVIEWER)) {
      members.put(role, directory.members(role));
    }
    Map<String, PeopleRepository.Row> rows =
        work.all(access.known(caller)).stream()
            .collect(Collectors.toMap(PeopleRepository.Row::id, Function.identity()));
    return new PeopleView(
        workforce.everybody().stream()
            .map(person -> view(person, members, rows.get(person.id())))
            .toList());
  }

  private static PersonView view(
      Annotator person, Map<Role, Set<String>> members, PeopleRepository.Row row) {
    return new PersonView(
        person.id(),
        members.entrySet().stream()
            .filter(entry -> entry.getValue().contains(person.id()))
            .map(entry -> entry.getKey().group())
            .toList(),
        person.department(),
        person.skills(),
        person.available(),
        row.absentUntil(),
        row.open(),
        row.queued());
  }

  /**
   * Going or coming back.
   *
   * @param until the day on which the person is expected back
   */
  record AbsenceRequest(Optional<Boolean> absent, Optional<LocalDate> until) {}

  /**
   * What it changed.
   *
   * @param movedItems items that others have now
   * @param stranded items that nobody else may have, by batch; they wait for the person
   */
  record AbsenceAnswer(
      String person, boolean available, int movedItems, List<Stranded> stranded, String message) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @PostMapping("/people/{id}/absence")
  AbsenceAnswer absence(
      @PathVariable String id, @RequestBody AbsenceRequest request, Caller caller) {
    caller.mustBe("note who is away", Role.DATA_MANAGER);
    boolean absent =
        request
            .absent()
            .orElseThrow(
                () ->
                    new Refusal(
                        422, "absence-missing", "Say in \"absent\" whether the person is away."));
    Absences.Change change =
        absent ? absences.away(id, request.until(), caller.id()) : absences.back(id, caller.id());
    return new AbsenceAnswer(
        id, !absent, change.moved(), known(change.stranded(), caller), message(absent, change));
  }

  private List<Stranded> known(List<Stranded> stranded, Caller caller) {
    KnownProjects known = access.known(caller);
    return stranded.stream()
        .filter(each -> known.include(access.belonging(Thing.BATCH, each.batch())))
        .toList();
  }

  private static String message(boolean absent, Absences.Change change) {
    long waiting = change.stranded().stream().mapToLong(Stranded::items).sum();
    String moved = change.moved() + " items were given to others.";
    if (waiting > 0) {
      return moved + " " + waiting + " items wait: nobody else may have them at present.";
    }
    return absent ? moved + " Nothing waits for this person." : moved;
  }
}
