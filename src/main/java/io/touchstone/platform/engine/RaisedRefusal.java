package io.touchstone.platform.engine;

import io.touchstone.platform.web.Refusal;
import java.util.Optional;

/**
 * The refusal that a guard inside the engine raised on this thread. The engine's HTTP interface
 * turns every exception of a listener into its own; a filter finds the sentence here.
 */
public final class RaisedRefusal {

  private static final ThreadLocal<Refusal> LAST = new ThreadLocal<>();

  private RaisedRefusal() {}

  /** The last one since {@link #forget}. */
  public static Optional<Refusal> last() {
    return Optional.ofNullable(LAST.get());
  }

  /** Before and after a call. */
  public static void forget() {
    LAST.remove();
  }

  public static Refusal raise(Refusal refusal) {
    LAST.set(refusal);
    return refusal;
  }
}
