package io.touchstone.assist;

/**
 * How often a source's first suggestions are right: what verdicts have shown of it, with what it
 * says of itself for as long as they are few. The estimate is the mean of a beta distribution whose
 * prior has that mean and the weight of so many verdicts.
 *
 * @param meanScore mean of its scores in the batch at hand, 0 to 1
 * @param settled items of earlier batches of the project with a verdict and its suggestion, blind
 *     or shown, at least 0
 * @param right of these, suggested as the verdict says
 */
public record SourceAccuracy(double meanScore, long settled, long right) {

  /** Scores are often too high or too low: twenty verdicts weigh as much. */
  private static final double WEIGHT_OF_SCORES = 20;

  /**
   * What verdicts have shown of a source.
   *
   * @param settled at least 0
   * @param right at most settled
   */
  public record Settled(long settled, long right) {}

  static SourceAccuracy of(double meanScore, Settled found) {
    return new SourceAccuracy(meanScore, found.settled(), found.right());
  }

  /** 0 to 1. */
  double estimate() {
    return (WEIGHT_OF_SCORES * meanScore + right) / (WEIGHT_OF_SCORES + settled);
  }
}
