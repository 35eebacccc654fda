package io.touchstone.tasking.reassignment;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.security.project.Thing;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import io.touchstone.workforce.people.Presence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * Who is away until somebody says otherwise; absences from day to day take effect by themselves.
 */
@Api
class AbsenceController {

  private final Presence presence;
  private final Absences absences;
  private final ProjectAccess access;

  AbsenceController(Presence presence, Absences absences, ProjectAccess access) {
    this.access = access;
    this.presence = presence;
    this.absences = absences;
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
    if (!absent) {
      presence.isThere(id);
    }
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
