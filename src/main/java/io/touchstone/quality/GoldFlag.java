package io.touchstone.quality;

import java.util.Locale;

/**
 * What follows from somebody's gold score, as the table gold-flag answers.
 *
 * @param look whether this counts as one of the looks, after which the next is waited for
 * @param rule stable code of the row
 */
record GoldFlag(Action action, boolean look, String rule, String because) {

  /** From nothing to a pause of new work; a pause includes coaching. */
  enum Action {
    NONE,
    COACH,
    PAUSE;

    /** As tables and reports write it. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean raised() {
    return action != Action.NONE;
  }
}
