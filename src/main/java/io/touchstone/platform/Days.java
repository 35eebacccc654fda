package io.touchstone.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * What a day is: from midnight to midnight where the people are, {@code touchstone.time-zone}. On
 * the days on which clocks are changed it has 23 or 25 hours.
 */
@Component
public class Days {

  private final Clock clock;
  private final ZoneId zone;

  public Days(Clock clock, TouchstoneSettings settings) {
    this.clock = clock;
    this.zone = settings.zone();
  }

  /** Where the people are. */
  public ZoneId zone() {
    return zone;
  }

  /** The day that it is now. */
  public LocalDate today() {
    return of(clock.instant());
  }

  /** The day on which something happened. */
  public LocalDate of(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }
}
