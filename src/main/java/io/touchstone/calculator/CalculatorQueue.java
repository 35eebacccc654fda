package io.touchstone.calculator;

import io.touchstone.platform.web.Refusal;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Large calculations of this node one after the other, in the order in which they come: side by
 * side each would take the memory that the others need, so that none came to its end. Two wait;
 * whoever comes while two are waiting is refused before anything of the body is read.
 */
public final class CalculatorQueue {

  /** A body from which on a calculation is a large one, in bytes. */
  static final long LARGE = 1 << 20;

  /** How long a refused or waiting caller should stay away, in seconds: as long as a large one. */
  static final int RETRY_AFTER_SECONDS = 60;

  private static final int MOST_WAITING = 2;

  private final Semaphore turn = new Semaphore(1, true);
  private final AtomicInteger inside = new AtomicInteger();
  private final long longestWaitMillis;

  /**
   * @param longestWaitMillis after which somebody who waits is refused
   */
  public CalculatorQueue(long longestWaitMillis) {
    this.longestWaitMillis = longestWaitMillis;
  }

  /** What is done when its turn has come. */
  @FunctionalInterface
  public interface Work<T> {
    T done() throws IOException;
  }

  /**
   * Does the work when its turn has come; small ones need not wait.
   *
   * @param bytes that the body has; less than 0 where it does not say
   * @throws Refusal with 429, if two are waiting already, or after the longest wait
   */
  public <T> T inTurn(long bytes, Work<T> work) throws IOException {
    if (bytes >= 0 && bytes < LARGE) {
      return work.done();
    }
    try {
      if (inside.incrementAndGet() > 1 + MOST_WAITING || !isMyTurn()) {
        throw busy();
      }
      try {
        return work.done();
      } finally {
        turn.release();
      }
    } finally {
      inside.decrementAndGet();
    }
  }

  private boolean isMyTurn() {
    try {
      return turn.tryAcquire(longestWaitMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** How many wait. */
  int waiting() {
    return turn.getQueueLength();
  }

  private static Refusal busy() {
    return new Refusal(
        429,
        "calculator-busy",
        "A calculation with many judgements is running and others wait for their turn. Nothing of"
            + " yours was read. Try again in a minute.",
        Map.of(Refusal.RETRY_AFTER, RETRY_AFTER_SECONDS));
  }
}
