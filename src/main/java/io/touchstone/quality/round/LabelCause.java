package io.touchstone.quality.round;

import java.util.Locale;

/** Why more people are asked to label items. */
public enum LabelCause {
  /** Agreement is undecided. */
  AGREEMENT,
  /** A reviewer's sample was rejected. */
  REJECTION;

  /** As tables, variables and rows write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
