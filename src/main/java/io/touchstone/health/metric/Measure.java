package io.touchstone.health.metric;

import java.util.Optional;

/**
 * A number with its interval, or the reason why there is none: what is undefined is never 0.
 *
 * @param value in the metric's unit; empty where reason is set
 * @param low lower end of the interval; empty where there is none
 * @param high upper end
 * @param reason stable code in kebab case; empty text where the value is defined
 */
public record Measure(
    Optional<Double> value, Optional<Double> low, Optional<Double> high, String reason) {

  static Measure of(double value, double low, double high) {
    return new Measure(Optional.of(value), Optional.of(low), Optional.of(high), "");
  }

  /** A value of which too little is known for an interval. */
  static Measure bare(double value) {
    return new Measure(Optional.of(value), Optional.empty(), Optional.empty(), "");
  }

  static Measure undefined(String reason) {
    return new Measure(Optional.empty(), Optional.empty(), Optional.empty(), reason);
  }
}
