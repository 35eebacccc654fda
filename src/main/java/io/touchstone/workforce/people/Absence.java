package io.touchstone.workforce.people;

import java.time.LocalDate;

/**
 * A time in which somebody is not there.
 *
 * @param id of the row
 * @param first first day away
 * @param last last day away
 * @param begun whether the person's work has been given to others for it
 */
public record Absence(long id, String personId, LocalDate first, LocalDate last, boolean begun) {

  boolean covers(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
