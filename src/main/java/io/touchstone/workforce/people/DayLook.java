package io.touchstone.workforce.people;

import io.touchstone.platform.Days;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks each minute what this day begins and ends: absences, leavings. On every node; each is
 * carried out once, in a transaction of its own.
 */
@Component
class DayLook {

  private static final Logger log = LoggerFactory.getLogger(DayLook.class);

  private final Presence presence;
  private final AbsenceRepository absences;
  private final PersonRepository people;
  private final Days days;

  DayLook(Presence presence, AbsenceRepository absences, PersonRepository people, Days days) {
    this.presence = presence;
    this.absences = absences;
    this.people = people;
    this.days = days;
  }

  @Scheduled(initialDelay = 20, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
  void look() {
    LocalDate today = days.today();
    absences.due(today).forEach(absence -> next("absence", () -> presence.carryOut(absence)));
    people.leaving(today).forEach(id -> next("leaving", () -> presence.close(id)));
  }

  /** What another node or a person holds at this moment is looked at again in a minute. */
  private static void next(String what, Runnable step) {
    try {
      step.run();
    } catch (TransientDataAccessException busy) {
      log.info("day_look_postponed what={}", what);
    }
  }
}
