package io.touchstone.health.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** When work will be done, and how far that can be told. */
class ForecastTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private static double days(Instant then) {
    return Duration.between(NOW, then).toSeconds() / 86_400.0;
  }

  @Test
  void days_that_are_all_alike_leave_nothing_open() {
    Forecast forecast = Forecast.of(400, List.of(100L, 100L, 100L, 100L), NOW).orElseThrow();

    assertThat(days(forecast.earliest())).isCloseTo(4, within(0.001));
    assertThat(days(forecast.likely())).isCloseTo(4, within(0.001));
    assertThat(days(forecast.latest().orElseThrow())).isCloseTo(4, within(0.001));
  }

  /** By hand: mean 100, s 20, t(2) 4.303; 7531 m m - 87406 m + 160000 = 0. */
  @Test
  void the_interval_is_the_one_worked_out_by_hand() {
    Forecast forecast = Forecast.of(400, List.of(80L, 100L, 120L), NOW).orElseThrow();

    assertThat(days(forecast.likely())).isCloseTo(4, within(0.001));
    assertThat(days(forecast.earliest())).isCloseTo(2.277, within(0.01));
    assertThat(days(forecast.latest().orElseThrow())).isCloseTo(9.328, within(0.02));
    assertThat(forecast.days()).isEqualTo(3);
    assertThat(forecast.perDay()).isEqualTo(100);
  }

  @Test
  void days_that_differ_wildly_have_no_latest_end_and_two_days_no_forecast() {
    assertThat(Forecast.of(400, List.of(0L, 0L, 90L), NOW).orElseThrow().latest()).isEmpty();
    assertThat(Forecast.of(400, List.of(90L, 100L), NOW)).isEmpty();
    assertThat(Forecast.of(400, List.of(0L, 0L, 0L), NOW)).isEmpty();
    assertThat(Forecast.of(0, List.of(90L, 100L, 110L), NOW)).isEmpty();
  }

  @Test
  void nineteen_of_twenty_batches_end_within_their_interval() {
    Random chance = new Random(20_260_302);
    int within = 0;
    int runs = 4_000;
    for (int run = 0; run < runs; run++) {
      List<Long> behind =
          DoubleStream.generate(() -> pace(chance)).limit(8).mapToObj(Math::round).toList();
      Forecast forecast = Forecast.of(2_000, behind, NOW).orElseThrow();
      double end = end(chance, 2_000);
      boolean late = forecast.latest().filter(latest -> days(latest) < end).isPresent();
      within += end >= days(forecast.earliest()) && !late ? 1 : 0;
    }
    assertThat((double) within / runs).isBetween(0.935, 0.965);
  }

  private static double pace(Random chance) {
    return Math.max(0, 200 + 50 * chance.nextGaussian());
  }

  /** Day by day until the work is done, the last day in part. */
  private static double end(Random chance, double work) {
    double left = work;
    for (int day = 0; ; day++) {
      double done = pace(chance);
      if (done >= left) {
        return day + left / done;
      }
      left -= done;
    }
  }
}
