package io.touchstone.quality.verdict;

/**
 * How much of what votes alone have decided is looked at again, as the table random-audit answers.
 *
 * @param share of the accepted items, 0 to 1; parts of an item are left out
 * @param least how many at least, if there are so many
 * @param cover share of the disputed items that a reviewer decides blind, too, 0 to 1, so that a
 *     blind package says nothing of the items in it
 * @param rule stable code of the row
 */
record AuditPlan(double share, long least, double cover, String rule) {

  /**
   * How many items to draw.
   *
   * @param accepted items that can be drawn now
   * @param drawn items drawn before
   */
  int wanted(int accepted, long drawn) {
    long wanted = Math.max((long) Math.floor(share * accepted), least - drawn);
    return (int) Math.min(accepted, Math.max(0, wanted));
  }

  /** How many of so many disputed items are decided blind. */
  int covering(int disputed) {
    return (int) Math.floor(cover * disputed);
  }
}
