package io.touchstone.health.forecast;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Foretells when a batch's planned work is done. */
@Service
public class Forecasts {

  /** Two weeks hold each day of the week twice; what was before says little of now. */
  private static final int MOST_DAYS = 14;

  private final ForecastRepository repository;
  private final Clock clock;

  Forecasts(ForecastRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  /**
   * @param remaining assignments that are planned and not submitted
   * @return empty in the first three days of a batch's work, and where none remains
   */
  public Optional<Forecast> of(String batchId, long remaining) {
    Instant now = clock.instant();
    return remaining <= 0
        ? Optional.empty()
        : Forecast.of(remaining, repository.perDay(batchId, now, MOST_DAYS), now);
  }
}
