package io.touchstone.workforce.people;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a person beside account, skills and department.
 *
 * @param capacityMinutes minutes a day, 1 to 1440, where somebody has said
 * @param workingDays empty where nobody has said
 * @param leftOn first day on which the person is here no more
 * @param closed whether the account is closed for it
 */
record PersonRow(
    String id,
    Optional<Integer> capacityMinutes,
    Set<DayOfWeek> workingDays,
    Optional<LocalDate> leftOn,
    boolean closed) {

  PersonRow {
    workingDays = Set.copyOf(workingDays);
  }

  static PersonRow unknown(String id) {
    return new PersonRow(id, Optional.empty(), Set.of(), Optional.empty(), false);
  }
}
