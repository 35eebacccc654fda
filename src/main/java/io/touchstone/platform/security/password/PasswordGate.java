package io.touchstone.platform.security.password;

import io.touchstone.platform.LoginSettings;
import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.security.ClientAddress;
import io.touchstone.platform.security.LoginRecord;
import io.touchstone.platform.web.Refusal;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Before every comparison of a password, and before any connection to the database is held for it:
 * only a few are compared at a time, the others wait in a {@link FairLine}, and who would wait
 * behind too many is turned away at once. So a flood of wrong logins takes a part of the processors
 * and neither the rest nor the connections.
 */
@Component
public class PasswordGate {

  private static final int RETRY_SECONDS = 3;

  private final LoginSettings limits;
  private final LoginRecord record;
  private final FairLine<CompletableFuture<Void>> line = new FairLine<>();
  private int inside;

  PasswordGate(TouchstoneSettings settings, LoginRecord record) {
    this.limits = settings.logins();
    this.record = record;
  }

  /** A place behind the gate. */
  @FunctionalInterface
  public interface Turn {

    /** Lets the next one in; to be called once, whatever happens. */
    void end();
  }

  /**
   * Waits for the caller's turn.
   *
   * @param address where the call comes from, {@link ClientAddress}
   * @param name as it was typed, known or not
   * @throws Refusal 429 if too many wait already, or the wait lasts too long
   */
  public Turn enter(String address, String name) {
    CompletableFuture<Void> turn = queue(address, name);
    await(turn, address, name);
    return this::leave;
  }

  private synchronized CompletableFuture<Void> queue(String address, String name) {
    CompletableFuture<Void> turn = new CompletableFuture<>();
    if (inside < limits.comparedAtOnce()) {
      inside++;
      turn.complete(null);
    } else if (line.size() >= limits.waiting()
        || line.sizeOf(address) >= limits.waitingPerAddress()
        || line.sizeOf(address, name) >= limits.waitingPerUser()) {
      throw busy();
    } else {
      line.add(address, name, turn);
    }
    return turn;
  }

  private void await(CompletableFuture<Void> turn, String address, String name) {
    try {
      turn.get(limits.longestWait().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      giveUp(turn, address, name);
      throw busy();
    } catch (InterruptedException e) {
      giveUp(turn, address, name);
      Thread.currentThread().interrupt();
      throw busy();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A turn is only ever given.", e);
    }
  }

  /** Whose turn came in the meantime hands it on. */
  private synchronized void giveUp(CompletableFuture<Void> turn, String address, String name) {
    if (!line.remove(address, name, turn)) {
      leave();
    }
  }

  private synchronized void leave() {
    line.next().ifPresentOrElse(turn -> turn.complete(null), () -> inside--);
  }

  /** How many wait. */
  synchronized int waiting() {
    return line.size();
  }

  /** The refusal of a login that was not tried, which is counted. */
  public Refusal busy() {
    record.turnedAway();
    return new Refusal(
        429,
        "logins-busy",
        "Too many logins at the moment; this one was not tried. Try again in a few seconds.",
        Map.of(Refusal.RETRY_AFTER, RETRY_SECONDS));
  }
}
