package io.touchstone.health.forecast;

import io.touchstone.statistics.StudentT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When the work that is planned now will be done, if the coming days are like those behind.
 *
 * @param earliest lower end of the 95 % prediction interval
 * @param likely at the mean pace
 * @param latest upper end; empty where the days differ so much that none can be told
 * @param perDay assignments that were submitted a day, on average
 * @param days that were looked at
 */
public record Forecast(
    Instant earliest, Instant likely, Optional<Instant> latest, double perDay, int days) {

  /** Fewer say nothing of how days differ. */
  static final int FEWEST_DAYS = 3;

  private static final double SECONDS = Duration.ofDays(1).toSeconds();
  private static final double MOST_DAYS = 3_650;

  /**
   * The prediction interval for the mean of m coming days after n days of mean x and standard
   * deviation s, x plus or minus t s sqrt(1/m + 1/n) with n - 1 degrees of freedom (Hahn and Meeker
   * 1991, "Statistical Intervals", 4.8), solved for the m after which the remaining work is done: m
   * (x plus or minus t s sqrt(1/m + 1/n)) = remaining is quadratic in m.
   *
   * @param remaining assignments that are planned and not submitted
   * @param perDay submitted on each of the days behind, days without any included
   * @return empty where nothing remains, no work was done, or there are fewer than three days
   */
  static Optional<Forecast> of(long remaining, List<Long> perDay, Instant now) {
    int n = perDay.size();
    double mean = perDay.stream().mapToLong(Long::longValue).average().orElse(0);
    if (remaining <= 0 || n < FEWEST_DAYS || mean <= 0) {
      return Optional.empty();
    }
    double squares = perDay.stream().mapToDouble(day -> (day - mean) * (day - mean)).sum();
    double spread = StudentT.quantile975(n - 1) * Math.sqrt(squares / (n - 1));
    double a = mean * mean - spread * spread / n;
    double b = 2 * mean * remaining + spread * spread;
    double root = Math.sqrt(Math.max(0, b * b - 4 * a * remaining * remaining));
    // The stable form: for the smaller root the numerator must not cancel out.
    double earliest = 2.0 * remaining * remaining / (b + root);
    Optional<Double> latest =
        Optional.of((b + root) / (2 * a)).filter(days -> days > 0 && days < MOST_DAYS);
    return Optional.of(
        new Forecast(
            after(now, earliest),
            after(now, Math.min(MOST_DAYS, remaining / mean)),
            latest.map(days -> after(now, days)),
            mean,
            n));
  }

  private static Instant after(Instant now, double days) {
    return now.plusSeconds(Math.round(days * SECONDS));
  }
}
