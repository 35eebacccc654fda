package io.touchstone.health.metric;

import java.util.List;

/**
 * How often batches of a project were accepted against their gates.
 *
 * @param weeks acceptances, week by week, oldest first; the last one is the week under review
 * @param batches how many batches those of the last week were on
 */
public record Overridden(List<Long> weeks, long batches) {

  /** In the week under review. */
  long now() {
    return weeks.isEmpty() ? 0 : weeks.get(weeks.size() - 1);
  }

  /** In the week before; 0 if nothing was looked at. */
  long before() {
    return weeks.size() < 2 ? 0 : weeks.get(weeks.size() - 2);
  }
}
