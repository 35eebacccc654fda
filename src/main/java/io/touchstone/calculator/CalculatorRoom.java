package io.touchstone.calculator;

import io.touchstone.platform.web.Refusal;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all calculations of this node together may hold. Whoever needs more than is left
 * is refused before it is taken, so that no body, however large, and no number of callers exhausts
 * the heap. Sizes are estimates on the safe side.
 */
public final class CalculatorRoom {

  /** Share of the heap that calculations may have; the rest is for everybody else's work. */
  private static final double SHARE_OF_HEAP = 0.6;

  private final long bytes;
  private final AtomicLong left;

  CalculatorRoom(long bytes) {
    this.bytes = bytes;
    left = new AtomicLong(bytes);
  }

  public static CalculatorRoom ofHeap() {
    return new CalculatorRoom((long) (Runtime.getRuntime().maxMemory() * SHARE_OF_HEAP));
  }

  Place enter() {
    return new Place();
  }

  /** What one calculation holds, until it is closed. */
  final class Place implements AutoCloseable {

    private long held;

    /**
     * @throws Refusal with 413 if one calculation may not hold as much, with 429 if others hold it
     */
    void take(long more) {
      if (left.addAndGet(-more) >= 0) {
        held += more;
        return;
      }
      left.addAndGet(more);
      if (held + more > bytes) {
        throw new Refusal(
            413,
            "too-many-judgements",
            "These are more judgements than the memory of this server holds at once. Send fewer at"
                + " a time, or ask your administrator for a larger heap.",
            Map.of());
      }
      throw new Refusal(
          429,
          "calculator-busy",
          "Others are calculating with many judgements. Try again in a minute.",
          Map.of(Refusal.RETRY_AFTER, CalculatorQueue.RETRY_AFTER_SECONDS));
    }

    /** Gives back what is held no longer. */
    void give(long less) {
      left.addAndGet(less);
      held -= less;
    }

    @Override
    public void close() {
      left.addAndGet(held);
      held = 0;
    }
  }
}
