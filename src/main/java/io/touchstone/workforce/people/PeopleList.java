package io.touchstone.workforce.people;

import io.touchstone.platform.security.Accounts;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Refusal;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A whole list of people, tried or taken: all of it or nothing. */
@Service
class PeopleList {

  private final People people;
  private final Planning planning;
  private final Accounts accounts;
  private final Workforce workforce;
  private final PersonRepository rows;

  PeopleList(
      People people,
      Planning planning,
      Accounts accounts,
      Workforce workforce,
      PersonRepository rows) {
    this.people = people;
    this.planning = planning;
    this.accounts = accounts;
    this.workforce = workforce;
    this.rows = rows;
  }

  /**
   * What became of a list.
   *
   * @param entries the ways in of those who were added, by user id
   */
  record Result(List<LinePlan> lines, Map<String, WaysIn.Entry> entries) {}

  /** Works out what the list would do, and does nothing. */
  @Transactional(readOnly = true)
  Result tryOut(byte[] file, boolean newSkills, Caller by) {
    by.mustBe("add people", Role.DATA_MANAGER);
    return new Result(plan(file, newSkills, by), Map.of());
  }

  /**
   * Does what the list says.
   *
   * @throws Refusal 422 if a line is refused; nothing has changed then
   */
  @Transactional
  Result take(byte[] file, boolean newSkills, Caller by) {
    by.mustBe("add people", Role.DATA_MANAGER);
    rows.oneAtATime();
    List<LinePlan> lines = plan(file, newSkills, by);
    long refused = lines.stream().filter(line -> !line.faults().isEmpty()).count();
    if (refused > 0) {
      throw new Refusal(
          422,
          "list-refused",
          "%d of %d lines cannot be taken, so nothing was changed. Try the list out to see why."
              .formatted(refused, lines.size()));
    }
    Map<String, WaysIn.Entry> entries = new LinkedHashMap<>();
    for (LinePlan line : lines) {
      line.newcomer().ifPresent(person -> entries.put(person.id(), people.add(person, by)));
    }
    lines.forEach(line -> line.steps().forEach(step -> step.change().run()));
    return new Result(lines, entries);
  }

  private List<LinePlan> plan(byte[] file, boolean newSkills, Caller by) {
    ListPlanner.Known known =
        new ListPlanner.Known(
            ListPlanner.byId(accounts.all()),
            workforce.everybody().stream()
                .collect(Collectors.toMap(Annotator::id, Function.identity())),
            rows.all().stream().collect(Collectors.toMap(PersonRow::id, Function.identity())),
            planning.knownSkills(by),
            newSkills);
    return new ListPlanner(people, planning, known, by).plan(PeopleFile.read(file));
  }
}
