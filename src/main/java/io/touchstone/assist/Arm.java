package io.touchstone.assist;

import java.util.Locale;

/** What an assignment shows of the suggestion for its item. */
public enum Arm {
  /** The suggestion, as the model made it. */
  SHOWN,
  /** Nothing, as if there were none: tells what people say by themselves. */
  BLIND,
  /** A wrong one: tells whether people notice. */
  PLANTED;

  /** As stored and shown. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
