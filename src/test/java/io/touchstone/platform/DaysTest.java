package io.touchstone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a day is where clocks are changed. Hours as the tz database has them. */
class DaysTest {

  @ParameterizedTest
  @CsvSource({
    // Clocks go forward on 30 March 2031 at 01:00 UTC: the day has 23 hours.
    "Europe/Berlin, 2031-03-29T22:59:59Z, 2031-03-29",
    "Europe/Berlin, 2031-03-29T23:00:00Z, 2031-03-30",
    "Europe/Berlin, 2031-03-30T21:59:59Z, 2031-03-30",
    "Europe/Berlin, 2031-03-30T22:00:00Z, 2031-03-31",
    // And back on 26 October 2031: it has 25.
    "Europe/Berlin, 2031-10-25T21:59:59Z, 2031-10-25",
    "Europe/Berlin, 2031-10-25T22:00:00Z, 2031-10-26",
    "Europe/Berlin, 2031-10-26T22:59:59Z, 2031-10-26",
    "Europe/Berlin, 2031-10-26T23:00:00Z, 2031-10-27",
    // Where clocks are never changed, and half an hour off.
    "Asia/Kolkata, 2031-03-29T18:29:59Z, 2031-03-29",
    "Asia/Kolkata, 2031-03-29T18:30:00Z, 2031-03-30",
    // In Beirut clocks go forward at midnight: that day begins at one.
    "Asia/Beirut, 2031-03-29T21:59:59Z, 2031-03-29",
    "Asia/Beirut, 2031-03-29T22:00:00Z, 2031-03-30",
  })
  void a_day_goes_from_midnight_to_midnight_where_the_people_are(
      String zone, Instant now, LocalDate day) {
    Days days = new Days(Clock.fixed(now, ZoneOffset.UTC), Settings.of("time-zone", zone));

    assertThat(days.today()).isEqualTo(day);
  }

  @Test
  void without_a_setting_it_is_the_zone_of_the_machine_and_a_wrong_one_refuses_the_start() {
    assertThat(new Days(Clock.systemUTC(), Settings.of()).zone()).isEqualTo(ZoneId.systemDefault());
    assertThatThrownBy(() -> Settings.of("time-zone", "Middle/Earth").zone())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("Middle/Earth");
  }
}
