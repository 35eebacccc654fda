package io.touchstone.tasking.reassignment;

import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.workforce.people.WorkOfPeople;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people have in hand, for those who look after them. */
@Component
class PeoplesWork implements WorkOfPeople {

  private final PeopleRepository rows;
  private final Absences absences;

  PeoplesWork(PeopleRepository rows, Absences absences) {
    this.rows = rows;
    this.absences = absences;
  }

  @Override
  public Map<String, Load> loads(KnownProjects known) {
    return rows.all(known).stream()
        .collect(
            Collectors.toMap(PeopleRepository.Row::id, row -> new Load(row.open(), row.queued())));
  }

  @Override
  public int away(String personId, Optional<LocalDate> until, String actor) {
    return absences.away(personId, until, actor).moved();
  }

  @Override
  public int back(String personId, String actor) {
    return absences.back(personId, actor).moved();
  }
}
