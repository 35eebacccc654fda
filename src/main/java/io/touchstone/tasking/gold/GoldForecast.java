package io.touchstone.tasking.gold;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long somebody's gold lasts if the person goes on as of late and what was given comes back
 * after its rest.
 *
 * @param left items that may be given now
 * @param resting items that come back
 * @param perDay items a day, over the last 28 days or since the first, at least a week
 * @param days until none is left; empty where none is used or a year is not enough to see an end
 */
public record GoldForecast(int left, int resting, double perDay, Optional<Double> days) {

  /** Whose pace counts. */
  static final Duration WINDOW = Duration.ofDays(28);

  /** A first day of much work says little about a week. */
  private static final double LEAST_DAYS = 7;

  private static final int HORIZON_DAYS = 365;
  private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

  /**
   * @param left items that may be given now
   * @param restingSince since when each item rests that comes back
   * @param used when gold was given within the window
   * @param rest how long it rests
   */
  static GoldForecast of(
      int left, List<Instant> restingSince, List<Instant> used, Duration rest, Instant now) {
    double perDay = perDay(used, now);
    return new GoldForecast(
        left, restingSince.size(), perDay, lasts(left, restingSince, perDay, rest, now));
  }

  private static double perDay(List<Instant> used, Instant now) {
    double days =
        used.stream().min(Comparator.naturalOrder()).map(first -> days(first, now)).orElse(0.0);
    return used.size() / Math.max(LEAST_DAYS, days);
  }

  private static double days(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds() / SECONDS_A_DAY;
  }

  private static Optional<Double> lasts(
      int left, List<Instant> restingSince, double perDay, Duration rest, Instant now) {
    if (perDay == 0) {
      return Optional.empty();
    }
    double[] back = new double[HORIZON_DAYS];
    for (Instant since : restingSince) {
      back(back, Math.max(0, (int) Math.ceil(days(now, since.plus(rest)))), 1);
    }
    double stock = left;
    for (int day = 0; day < HORIZON_DAYS; day++) {
      stock += back[day];
      if (stock < perDay) {
        return Optional.of(day + stock / perDay);
      }
      stock -= perDay;
      back(back, day + (int) Math.min(HORIZON_DAYS, rest.toDays()), perDay);
    }
    return Optional.empty();
  }

  private static void back(double[] back, int day, double items) {
    if (day < back.length) {
      back[day] += items;
    }
  }
}
