package io.touchstone.tasking.gold;

import java.util.Map;

/**
 * What the table gold-share answers for a person.
 *
 * @param share of gold among all items, 0 to 0.9
 * @param forItems for how many further items the share holds, gold included; 0 for all
 * @param mostOfSupply largest part of the gold left to the person that one plan may use, above 0 to
 *     1
 * @param restDays days before the same gold comes back to the person, at least 1
 * @param rule stable code of the row
 */
record GoldShare(double share, int forItems, double mostOfSupply, int restDays, String rule) {

  static final String TABLE = "gold-share";
  private static final double LARGEST = 0.9;
  private static final int FOR_GOOD = 36_500;

  /**
   * As sets of processes have it that lack the table: the project's share for everybody, and
   * nothing comes back.
   */
  static GoldShare withoutTable(double projectShare) {
    return new GoldShare(projectShare, 0, 1, FOR_GOOD, "no-table");
  }

  /**
   * @throws IllegalStateException if the table answers with something else; it says what to mend
   */
  static GoldShare of(Map<String, Object> answer) {
    if (!(answer.get("rule") instanceof String rule)) {
      throw unusable("rule", "a text in every row");
    }
    return new GoldShare(
        number(answer, "share", 0, LARGEST),
        (int) number(answer, "forItems", 0, Integer.MAX_VALUE),
        number(answer, "mostOfSupply", Double.MIN_VALUE, 1),
        (int) number(answer, "restDays", 1, FOR_GOOD),
        rule);
  }

  /** Gold items that come with so many ordinary ones. */
  double goldFor(double ordinaryItems) {
    return ordinaryItems * share / (1 - share);
  }

  /** Ordinary items among those that the share holds for. */
  double ordinaryItems() {
    return forItems == 0 ? Double.MAX_VALUE : forItems * (1 - share);
  }

  private static double number(
      Map<String, Object> answer, String output, double least, double most) {
    if (answer.get(output) instanceof Number number
        && number.doubleValue() >= least
        && number.doubleValue() <= most) {
      return number.doubleValue();
    }
    throw unusable(output, least > 0 && most > 1 ? "a whole number from 1" : "a number in range");
  }

  private static IllegalStateException unusable(String output, String wanted) {
    return new IllegalStateException(
        "The table "
            + TABLE
            + " must answer "
            + wanted
            + " in its output "
            + output
            + ". Correct the table, deploy it and retry.");
  }
}
