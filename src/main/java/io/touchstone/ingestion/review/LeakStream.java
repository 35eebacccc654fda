package io.touchstone.ingestion.review;

import io.touchstone.statistics.Binomial;

/**
 * What the random samples of a project's batches show together, as long as the rules stay the same:
 * each item that was looked at is one trial.
 *
 * @param batches that were sampled
 * @param reviewed items looked at
 * @param missed those that leak
 */
public record LeakStream(int batches, int reviewed, int missed) {

  static final LeakStream NONE = new LeakStream(0, 0, 0);

  /**
   * Share of leaking items that is not exceeded with 95 % confidence, 0 to 1: the limit of Clopper
   * and Pearson, divided by the share of leaks that the reviewer sees.
   */
  public double upperBound(Sensitivity sensitivity) {
    return sensitivity.corrected(Binomial.upperLimit(reviewed, missed));
  }
}
