package io.touchstone.platform.engine.task;

import io.touchstone.platform.web.Refusal;
import java.util.Optional;

/** Finds our sentence inside the engine's exceptions. */
final class Refusals {

  private Refusals() {}

  static Optional<Refusal> within(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return Optional.of(refusal);
      }
    }
    return Optional.empty();
  }
}
