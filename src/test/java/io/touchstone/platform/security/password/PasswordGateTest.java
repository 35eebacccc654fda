package io.touchstone.platform.security.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.Settings;
import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.security.AccessLog;
import io.touchstone.platform.security.Call;
import io.touchstone.platform.security.LoginRecord;
import io.touchstone.platform.security.SessionEnd;
import io.touchstone.platform.web.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who compares a password next, and who is turned away. */
class PasswordGateTest {

  private static final String HOSPITAL = "10.0.0.1";

  private final List<String> served = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountingLog log = new CountingLog();
  private LoginRecord record;
  private PasswordGate gate;

  private void limits(Object... limits) {
    TouchstoneSettings settings = Settings.of(limits);
    record = new LoginRecord(log, Clock.systemUTC(), settings);
    gate = new PasswordGate(settings, record);
  }

  @AfterEach
  void no_thread_is_left() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void somebody_behind_a_flood_of_another_name_or_address_is_next_but_one() throws Exception {
    limits("logins.at-once", 1, "logins.waiting-per-user", 20);
    PasswordGate.Turn first = gate.enter("1.1.1.1", "attacked");
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(arrives("1.1.1.1", "attacked"));
    }
    all.add(arrives("1.1.1.1", "anna"));
    all.add(arrives("2.2.2.2", "ben"));

    first.end();
    for (Future<?> one : all) {
      one.get(10, TimeUnit.SECONDS);
    }

    assertThat(served.subList(0, 4)).containsExactly("attacked", "ben", "anna", "attacked");
    assertThat(served).hasSize(7);
  }

  @Test
  void of_one_name_two_wait_and_the_third_is_told_when_to_come_again() throws Exception {
    limits("logins.at-once", 1);
    PasswordGate.Turn first = gate.enter(HOSPITAL, "anna");
    Future<?> second = arrives(HOSPITAL, "anna");
    Future<?> third = arrives(HOSPITAL, "anna");

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> gate.enter(HOSPITAL, "anna"))
        .withMessageContaining("Try again in a few seconds")
        .satisfies(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(429);
              assertThat(refusal.members()).containsEntry("retryAfter", 3);
            });
    first.end();
    second.get(10, TimeUnit.SECONDS);
    third.get(10, TimeUnit.SECONDS);
    gate.enter(HOSPITAL, "anna").end();
    record.writeAll();
    assertThat(log.turnedAway).isEqualTo(1);
  }

  @Test
  void one_address_cannot_take_all_places() throws Exception {
    limits("logins.at-once", 1, "logins.waiting", 5, "logins.waiting-per-address", 3);
    PasswordGate.Turn first = gate.enter("1.1.1.1", "a");
    List<Future<?>> all = new ArrayList<>();
    for (String name : List.of("b", "c", "d")) {
      all.add(arrives("1.1.1.1", name));
    }

    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> gate.enter("1.1.1.1", "e"));
    all.add(arrives("2.2.2.2", "f"));
    all.add(arrives("3.3.3.3", "g"));
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> gate.enter("4.4.4.4", "h"));

    first.end();
    for (Future<?> one : all) {
      one.get(10, TimeUnit.SECONDS);
    }
    assertThat(served).startsWith("b", "f", "g").hasSize(5);
  }

  @Test
  void whoever_waits_too_long_leaves_the_line_and_the_next_one_is_not_lost() throws Exception {
    limits("logins.at-once", 1, "logins.longest-wait", "50ms");
    PasswordGate.Turn first = gate.enter(HOSPITAL, "slow");

    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> gate.enter(HOSPITAL, "anna"));

    first.end();
    gate.enter(HOSPITAL, "ben").end();
    gate.enter(HOSPITAL, "cleo").end();
  }

  /** Returns once it waits in the line. */
  private Future<?> arrives(String address, String name) {
    int before = gate.waiting();
    Future<?> arrived =
        threads.submit(
            () -> {
              PasswordGate.Turn turn = gate.enter(address, name);
              served.add(name);
              turn.end();
            });
    while (gate.waiting() == before && !arrived.isDone()) {
      Thread.onSpinWait();
    }
    return arrived;
  }

  /** Counts what would be recorded. */
  private static final class CountingLog implements AccessLog {

    private long turnedAway;

    @Override
    public void refused(String userId, Call call) {}

    @Override
    public void administratorCalls(String userId, Call call) {}

    @Override
    public void passwordChanged(String userId) {}

    @Override
    public void passwordReset(String by, String userId) {}

    @Override
    public void invitationUsed(String userId) {}

    @Override
    public void loggedIn(String userId, Door door) {}

    @Override
    public void loginsFailed(Optional<String> userId, long times) {}

    @Override
    public void loginsTurnedAway(long times) {
      turnedAway += times;
    }

    @Override
    public void loggedOut(String userId) {}

    @Override
    public void sessionEnded(String userId, SessionEnd why) {}
  }
}
