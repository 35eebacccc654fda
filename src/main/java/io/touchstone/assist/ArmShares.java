package io.touchstone.assist;

import java.util.Map;

/**
 * What the table arm-shares answers for a batch.
 *
 * @param blind share of assignments that hide their suggestion, 0 to 1
 * @param planted share of the others that show a wrong one instead, 0 to 0.03
 * @param goldRight share of gold items whose made-up suggestion is right, 0 to 1: what the model
 *     reaches, so that gold does not stand out
 * @param rule stable code of the row
 */
record ArmShares(double blind, double planted, double goldRight, String rule) {

  static final String TABLE = "arm-shares";

  /** More would harm the labels, and is no setting: what is planted is wrong. */
  static final double MOST_PLANTED = 0.03;

  /**
   * @throws IllegalStateException if the table answers with something else; it says what to mend
   */
  static ArmShares of(Map<String, Object> answer) {
    if (!(answer.get("rule") instanceof String rule)) {
      throw unusable("rule", "a text in every row");
    }
    return new ArmShares(
        share(answer, "blindShare", 1),
        share(answer, "plantedShare", MOST_PLANTED),
        share(answer, "goldRightShare", 1),
        rule);
  }

  private static double share(Map<String, Object> answer, String output, double most) {
    if (answer.get(output) instanceof Number number
        && number.doubleValue() >= 0
        && number.doubleValue() <= most) {
      return number.doubleValue();
    }
    throw unusable(output, "a number from 0 to " + (most < 1 ? String.valueOf(most) : "1"));
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
