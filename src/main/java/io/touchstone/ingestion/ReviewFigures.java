package io.touchstone.ingestion;

import java.util.HashMap;
import java.util.Map;

/**
 * Where the privacy review of a batch stands.
 *
 * @param needed whether the project's texts are de-identified, so that something may have been
 *     missed
 * @param round the latest round, 0 before the first
 * @param waiting items of a round that is drawn and not submitted yet
 * @param population items of the batch
 * @param reviewed items looked at in all submitted rounds
 * @param missed looked-at items in which something was missed; a mask put afterwards changes
 *     nothing about that
 * @param upperBound greatest share of leaking items that the sample leaves plausible, 0 to 1
 * @param limit greatest share that the project allows
 * @param further how many more items, if nothing is missed in them, would show the limit to be
 *     kept; 0 where it is shown or no sample can
 */
record ReviewFigures(
    boolean needed,
    int round,
    int waiting,
    int population,
    int reviewed,
    int missed,
    double upperBound,
    double limit,
    int further) {

  static ReviewFigures of(
      boolean needed,
      int round,
      int waiting,
      int population,
      int reviewed,
      int missed,
      double limit) {
    int further =
        needed
            ? LeakBound.sampleSize(population, limit, missed).stream()
                .map(size -> Math.max(0, size - reviewed))
                .findFirst()
                .orElse(0)
            : 0;
    return new ReviewFigures(
        needed,
        round,
        waiting,
        population,
        reviewed,
        missed,
        LeakBound.upperShare(population, reviewed, missed),
        limit,
        further);
  }

  /**
   * What the process and its gate read, by the names they read it under; no figures of a review
   * that is not needed.
   */
  Map<String, Object> variables() {
    Map<String, Object> variables = new HashMap<>();
    variables.put("reviewNeeded", needed);
    variables.put("waitingItems", waiting);
    if (needed) {
      variables.put("reviewRound", round);
      variables.put("reviewedItems", reviewed);
      variables.put("missedItems", missed);
      variables.put("furtherItems", further);
      variables.put("leakUpperBound", upperBound);
      variables.put("leakLimit", limit);
    }
    return variables;
  }
}
