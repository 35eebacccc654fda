package io.touchstone.pipeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a held batch goes on. */
public enum HoldDecision {
  /** The stage runs again. */
  REPEAT,
  /** The batch goes on in spite of the gate, for a reason that is recorded. */
  ACCEPT,
  /** The batch ends without a dataset version. */
  STOP;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<HoldDecision> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
