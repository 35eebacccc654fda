package io.touchstone.health.metric;

import java.util.List;
import java.util.Optional;

/**
 * One of the four numbers of a project, week by week.
 *
 * @param weeks oldest first; the last one is the week under review
 * @param count what this week's value was made from: judgements, gold judgements, batches
 * @param simulated of the judgements behind it, those of simulated people
 * @param previous the value that the review before this one showed
 */
public record Metric(List<Measure> weeks, long count, long simulated, Optional<Measure> previous) {

  public Measure now() {
    return weeks.get(weeks.size() - 1);
  }

  Metric after(Optional<Metric> before) {
    return new Metric(weeks, count, simulated, before.map(Metric::now));
  }
}
