package io.touchstone.quality.round;

import java.util.Map;

/**
 * The decision tables of this stage in the version that a batch began under, and how what they
 * answer is read.
 */
@FunctionalInterface
public interface BatchTables {

  /**
   * The outputs of the first row that fits.
   *
   * @param decisionKey id of the table
   * @param inputs by name; null for what is undefined
   */
  Map<String, Object> evaluate(String decisionKey, Map<String, Object> inputs);

  /**
   * An output that is a text.
   *
   * @throws IllegalStateException if it is none, with a sentence for the table's owner
   */
  static String text(String table, Map<String, Object> answer, String output) {
    if (answer.get(output) instanceof String text) {
      return text;
    }
    throw unusable(table, output, "a text in every row");
  }

  /**
   * What is said of a table whose answer cannot be used.
   *
   * @param wanted what its output must be
   */
  static IllegalStateException unusable(String table, String output, String wanted) {
    return new IllegalStateException(
        "The table "
            + table
            + " must answer "
            + wanted
            + " in its output "
            + output
            + ". Correct the table, deploy it and retry.");
  }
}
