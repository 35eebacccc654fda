package io.touchstone.workforce;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of work of one person without a break.
 *
 * @param lastActiveAt when the last sign of work came
 * @param activeSeconds time at work since it began, as the editor counted it
 * @param breakUntil when work goes on; present once the limit was reached
 * @param inHand the one item without a draft that may still be saved after the stop
 */
record WorkSession(
    long id,
    Instant startedAt,
    Instant lastActiveAt,
    double activeSeconds,
    Optional<Instant> breakUntil,
    Optional<String> inHand) {

  private static final double MILLIS = 1000;

  /**
   * Active time that is believed: nobody is at work for longer than the time that has gone by.
   *
   * @param claimed seconds that the editor reports on top of what it reported before
   */
  double believed(double claimed, Instant now) {
    return Math.max(0, Math.min(claimed, between(lastActiveAt, now)));
  }

  /** Seconds without work between the last sign of it and the work of these seconds before now. */
  double pauseBefore(double workedSeconds, Instant now) {
    return Math.max(0, between(lastActiveAt, now) - workedSeconds);
  }

  boolean onBreak(Instant now) {
    return breakUntil.filter(now::isBefore).isPresent();
  }

  private static double between(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / MILLIS;
  }
}
