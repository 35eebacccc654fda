package io.touchstone.platform.security;

import io.touchstone.platform.TouchstoneSettings;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Puts logins on record: each success at once, failures counted. The first failure of a name is
 * recorded within seconds, whatever follows in the next minutes as one event with its count, so
 * that a flood cannot fill the trail; names that nobody has are counted together, because what was
 * typed there may be a password. Nothing is written while the caller waits: time would tell who
 * exists.
 */
@Component
public class LoginRecord {

  private final AccessLog log;
  private final Clock clock;
  private final Duration window;
  private final Map<Optional<String>, Tally> failures = new HashMap<>();
  private final Tally turnedAway = new Tally();

  public LoginRecord(AccessLog log, Clock clock, TouchstoneSettings settings) {
    this.log = log;
    this.clock = clock;
    this.window = settings.logins().failuresInOne();
  }

  /** A person has logged in; what failed before stands before it in the trail. */
  public void loggedIn(String userId, AccessLog.Door door) {
    write(Optional.of(userId));
    log.loggedIn(userId, door);
  }

  /**
   * A login has failed.
   *
   * @param known whose name was typed; empty if nobody's
   */
  public void failed(Optional<String> known) {
    synchronized (failures) {
      failures.computeIfAbsent(known, name -> new Tally()).times++;
    }
  }

  /** A login was turned away before its password was compared. */
  public void turnedAway() {
    synchronized (failures) {
      turnedAway.times++;
    }
  }

  /** Records what is due. */
  @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
  void write() {
    Instant due = clock.instant().minus(window);
    Map<Optional<String>, Tally> all;
    synchronized (failures) {
      failures.values().removeIf(tally -> tally.times == 0 && !tally.written.isAfter(due));
      all = Map.copyOf(failures);
    }
    all.forEach((name, tally) -> write(tally, due, times -> log.loginsFailed(name, times)));
    write(turnedAway, due, log::loginsTurnedAway);
  }

  /** Records everything, due or not. */
  @PreDestroy
  public void writeAll() {
    Map<Optional<String>, Tally> all;
    synchronized (failures) {
      all = Map.copyOf(failures);
    }
    all.keySet().forEach(this::write);
    write(turnedAway, Instant.MAX, log::loginsTurnedAway);
  }

  private void write(Optional<String> name) {
    Tally tally;
    synchronized (failures) {
      tally = failures.getOrDefault(name, new Tally());
    }
    write(tally, Instant.MAX, times -> log.loginsFailed(name, times));
  }

  /** What could not be recorded is counted again. */
  private void write(Tally tally, Instant due, LongConsumer event) {
    long times = take(tally, due);
    if (times == 0) {
      return;
    }
    boolean recorded = false;
    try {
      event.accept(times);
      recorded = true;
    } finally {
      synchronized (failures) {
        tally.times += recorded ? 0 : times;
      }
    }
  }

  private long take(Tally tally, Instant due) {
    synchronized (failures) {
      if (tally.written.isAfter(due)) {
        return 0;
      }
      long times = tally.times;
      tally.times = 0;
      if (times > 0) {
        tally.written = clock.instant();
      }
      return times;
    }
  }

  /** How often, since when it was last recorded. */
  private static final class Tally {

    private long times;
    private Instant written = Instant.MIN;
  }
}
