package io.touchstone.workforce.people;

import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.Days;
import io.touchstone.platform.security.Account;
import io.touchstone.platform.security.Accounts;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.invitation.Invitations;
import io.touchstone.platform.web.Refusal;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * People are away from one day to another, and leave. Both take effect by themselves when their day
 * has come; the person's work goes to others then, once, whichever node sees it first.
 */
@Service
public class Presence {

  private static final int LONGEST_YEARS = 2;

  private final People people;
  private final Accounts accounts;
  private final Invitations invitations;
  private final Workforce workforce;
  private final WorkOfPeople work;
  private final PersonRepository rows;
  private final AbsenceRepository absences;
  private final AuditTrail audit;
  private final Days days;
  private final Clock clock;

  Presence(
      People people,
      Accounts accounts,
      Invitations invitations,
      Workforce workforce,
      WorkOfPeople work,
      PersonRepository rows,
      AbsenceRepository absences,
      AuditTrail audit,
      Days days,
      Clock clock) {
    this.people = people;
    this.accounts = accounts;
    this.invitations = invitations;
    this.workforce = workforce;
    this.work = work;
    this.rows = rows;
    this.absences = absences;
    this.audit = audit;
    this.days = days;
    this.clock = clock;
  }

  /**
   * Notes that a person is away; from today on it takes effect at once.
   *
   * @param first first day away
   * @param last last day away
   * @return how many items others have now
   * @throws Refusal 422 for days in the wrong order, over, or too far off; 409 for somebody without
   *     work
   */
  @Transactional
  int note(String id, LocalDate first, LocalDate last, Caller by) {
    by.mustBe("note who is away", Role.DATA_MANAGER);
    people.require(id);
    people.mustBeHere(id);
    if (workforce.find(id).isEmpty()) {
      throw new Refusal(
          409, "no-work-yet", "This person has no work here that others would have to take over.");
    }
    check(first, last);
    long absence = absences.insert(id, first, last, by.id(), clock.instant());
    audit.record(
        by.id(),
        "absence_noted",
        "annotator:" + id,
        Map.of("absence", absence, "from", first.toString(), "to", last.toString()));
    Absence noted = new Absence(absence, id, first, last, false);
    return noted.covers(days.today()) ? begin(noted) : 0;
  }

  private void check(LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      throw Fields.fault("to", "The last day away comes before the first. Exchange them.");
    }
    if (last.isBefore(days.today())) {
      throw Fields.fault("to", "That time is over: note absences from today on.");
    }
    if (last.isAfter(days.today().plusYears(LONGEST_YEARS))) {
      throw Fields.fault(
          "to", "Note at most two years; whoever is away longer leaves and comes back.");
    }
  }

  /** Takes an absence back; if it has begun, the person is there again. */
  @Transactional
  void withdraw(String id, long absenceId, Caller by) {
    by.mustBe("note who is away", Role.DATA_MANAGER);
    Absence absence =
        absences
            .find(id, absenceId)
            .orElseThrow(
                () ->
                    new Refusal(
                        404, "unknown-absence", "That absence is not noted. Load it again."));
    if (absence.begun()) {
      bringBack(absence, by.id());
    } else {
      absences.end(absenceId, clock.instant());
    }
    audit.record(by.id(), "absence_taken_back", "annotator:" + id, Map.of("absence", absenceId));
  }

  /** The person was noted as being there: absences that have begun are over. */
  @Transactional
  public void isThere(String id) {
    people.mustBeHere(id);
    absences.endBegun(id, clock.instant());
  }

  /** Begins or ends what is due on this day. */
  @Transactional
  void carryOut(Absence absence) {
    LocalDate today = days.today();
    if (absence.last().isBefore(today)) {
      if (absence.begun()) {
        bringBack(absence, AuditTrail.SYSTEM);
      } else {
        absences.end(absence.id(), clock.instant());
      }
    } else if (workforce.find(absence.personId()).filter(Annotator::available).isPresent()) {
      begin(absence);
    }
  }

  /** The row is changed last: until then others may have it, and whoever comes second undoes. */
  private int begin(Absence absence) {
    int moved =
        work.away(absence.personId(), Optional.of(absence.last().plusDays(1)), AuditTrail.SYSTEM);
    undoUnless(absences.begin(absence.id(), clock.instant()));
    return moved;
  }

  private void bringBack(Absence absence, String by) {
    boolean stillAway =
        absences.openOf(absence.personId()).stream()
            .anyMatch(other -> other.id() != absence.id() && other.covers(days.today()));
    if (!stillAway && !rows.find(absence.personId()).closed()) {
      work.back(absence.personId(), by);
    }
    absences.end(absence.id(), clock.instant());
  }

  private static void undoUnless(boolean first) {
    if (!first) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }
  }

  /**
   * The person leaves.
   *
   * @param day the first on which she is here no more; today or later
   * @return how many items others have now; 0 if it is later
   */
  @Transactional
  int leave(String id, LocalDate day, Caller by) {
    Account account = people.require(id);
    PeopleRights.account(by, account, "note the leaving of somebody");
    PeopleRights.notOneself(by, id, "Somebody else notes that you leave.");
    rows.oneAtATime();
    people.mustBeHere(id);
    if (account.roles().contains(Role.ADMINISTRATOR)) {
      people.mustNotBeTheLast(id);
    }
    if (day.isBefore(days.today())) {
      throw Fields.fault("on", "That day is over. Write today or a later one.");
    }
    rows.ensure(id, by.id(), clock.instant());
    rows.setLeft(id, Optional.of(day));
    audit.record(by.id(), "leaving_noted", "user:" + id, Map.of("on", day.toString()));
    return day.isAfter(days.today()) ? 0 : close(id);
  }

  /** Carries out what was noted: work to others, account closed, history untouched. */
  @Transactional
  int close(String id) {
    int moved =
        workforce.find(id).isPresent() ? work.away(id, Optional.empty(), AuditTrail.SYSTEM) : 0;
    boolean first = rows.close(id, clock.instant());
    undoUnless(first);
    if (first) {
      invitations.close(id);
      accounts.close(id);
      audit.record(AuditTrail.SYSTEM, "account_closed", "user:" + id, Map.of());
    }
    return moved;
  }

  /**
   * The person stays, or is back. Whoever had work labels again; the way in and other roles are
   * given anew.
   */
  @Transactional
  void stay(String id, Caller by) {
    Account account = people.require(id);
    PeopleRights.account(by, account, "take back the leaving of somebody");
    PeopleRights.notOneself(by, id, "Somebody else notes that you stay.");
    rows.oneAtATime();
    PersonRow before = rows.find(id);
    if (before.leftOn().isEmpty()) {
      throw new Refusal(409, "not-leaving", "Nobody has noted that this person leaves.");
    }
    rows.setLeft(id, Optional.empty());
    audit.record(by.id(), "leaving_taken_back", "user:" + id, Map.of());
    if (before.closed() && workforce.find(id).isPresent()) {
      accounts.setRoles(id, Set.of(Role.ANNOTATOR));
      work.back(id, by.id());
    }
  }
}
