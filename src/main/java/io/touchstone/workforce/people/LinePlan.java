package io.touchstone.workforce.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one line of a list would do, or why it does nothing. */
final class LinePlan {

  /**
   * Why a line is refused.
   *
   * @param field the column; empty for the line as a whole
   */
  record Fault(String field, String sentence) {}

  /**
   * One change.
   *
   * @param says in a few words
   */
  record Step(String says, Runnable change) {}

  private final long line;
  private final String id;
  private final List<Fault> faults = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private Optional<People.Newcomer> newcomer = Optional.empty();

  LinePlan(long line, String id) {
    this.line = line;
    this.id = id;
  }

  long line() {
    return line;
  }

  String id() {
    return id;
  }

  void fault(String field, String sentence) {
    faults.add(new Fault(field, sentence));
  }

  void step(String says, Runnable change) {
    steps.add(new Step(says, change));
  }

  void adds(People.Newcomer person) {
    newcomer = Optional.of(person);
  }

  List<Fault> faults() {
    return faults;
  }

  List<Step> steps() {
    return steps;
  }

  Optional<People.Newcomer> newcomer() {
    return newcomer;
  }

  /** added, changed, unchanged or refused. */
  String outcome() {
    if (!faults.isEmpty()) {
      return "refused";
    }
    if (newcomer.isPresent()) {
      return "added";
    }
    return steps.isEmpty() ? "unchanged" : "changed";
  }
}
