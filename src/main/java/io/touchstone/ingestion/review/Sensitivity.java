package io.touchstone.ingestion.review;

/**
 * Which share of leaks a reviewer sees.
 *
 * @param value 0 to 1, by which bounds are divided
 * @param shown invented leaks that the reviewer was shown
 * @param seen those that were marked
 * @param rule of the table reviewer-sensitivity that gave the value
 */
public record Sensitivity(double value, int shown, int seen, String rule) {

  /** Who sees less is not what a sheet is planned for: somebody else is to look at it. */
  static final double ENOUGH = 0.5;

  /** A bound of what was seen as one of what is there, at most 1. */
  double corrected(double bound) {
    return value > 0 ? Math.min(1, bound / value) : 1;
  }
}
