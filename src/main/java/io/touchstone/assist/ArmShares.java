package io.touchstone.assist;

import java.util.Map;

/**
 * What the table arm-shares answers for a batch.
 *
 * @param blind share of assignments that hide their suggestion, 0 to 1
 * @param planted share of the others that show a wrong one instead, 0 to 1
 * @param goldRight share of gold items whose made-up suggestion is right, 0 to 1: about what the
 *     model reaches, so that gold does not stand out
 * @param rule stable code of the row
 */
record ArmShares(double blind, double planted, double goldRight, String rule) {

  static final String TABLE = "arm-shares";

  /**
   * @throws IllegalStateException if the table answers with something else; it says what to mend
   */
  static ArmShares of(Map<String, Object> answer) {
    if (!(answer.get("rule") instanceof String rule)) {
      throw unusable("rule", "a text in every row");
    }
    return new ArmShares(
        share(answer, "blindShare"),
        share(answer, "plantedShare"),
        share(answer, "goldRightShare"),
        rule);
  }

  private static double share(Map<String, Object> answer, String output) {
    if (answer.get(output) instanceof Number number
        && number.doubleValue() >= 0
        && number.doubleValue() <= 1) {
      return number.doubleValue();
    }
    throw unusable(output, "a number from 0 to 1");
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
