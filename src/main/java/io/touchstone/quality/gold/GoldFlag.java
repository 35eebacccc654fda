package io.touchstone.quality.gold;

import java.util.Locale;

/**
 * What follows from somebody's gold score, as the table gold-flag answers.
 *
 * @param look whether this counts as one of the looks, after which the next is waited for
 * @param rule stable code of the row
 */
public record GoldFlag(Action action, boolean look, String rule, String because) {

  /** From nothing to a pause of new work; a pause includes coaching. */
  public enum Action {
    NONE,
    COACH,
    PAUSE;

    /** As tables and reports write it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean raised() {
    return action != Action.NONE;
  }
}
