package io.touchstone.tasking.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GoldForecastTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration REST = Duration.ofDays(90);

  /** Fourteen in the last fourteen days is one a day; thirty last thirty days. */
  @Test
  void gold_lasts_as_long_as_the_pace_of_late_takes_to_use_it_up() {
    List<Instant> used = daysAgo(14, 1);

    GoldForecast found = GoldForecast.of(30, List.of(), used, REST, NOW);

    assertThat(found.perDay()).isCloseTo(1.0, within(1e-9));
    assertThat(found.days()).hasValue(30.0);
  }

  /** Ten are left, and from the fifth day on one comes back each day: it is enough for good. */
  @Test
  void what_comes_back_in_time_is_counted_and_then_no_end_is_in_sight() {
    List<Instant> resting =
        IntStream.range(0, 90)
            .mapToObj(day -> NOW.minus(REST).plus(Duration.ofDays(5 + day)))
            .toList();

    assertThat(GoldForecast.of(10, resting, daysAgo(14, 1), REST, NOW).days()).isEmpty();
    assertThat(GoldForecast.of(4, resting, daysAgo(14, 1), REST, NOW).days()).hasValue(4.0);
  }

  /** Fourteen on one day are two a day of a week, not fourteen: the first day says little. */
  @Test
  void a_first_day_of_much_work_counts_as_that_of_a_week() {
    GoldForecast found = GoldForecast.of(20, List.of(), Collections.nCopies(14, NOW), REST, NOW);

    assertThat(found.perDay()).isEqualTo(2.0);
    assertThat(found.days()).hasValue(10.0);
  }

  @Test
  void without_use_there_is_no_end_to_foretell() {
    assertThat(GoldForecast.of(0, List.of(), List.of(), REST, NOW).days()).isEmpty();
  }

  private static List<Instant> daysAgo(int days, int each) {
    return IntStream.rangeClosed(1, days)
        .boxed()
        .flatMap(day -> Collections.nCopies(each, NOW.minus(Duration.ofDays(day))).stream())
        .toList();
  }
}
