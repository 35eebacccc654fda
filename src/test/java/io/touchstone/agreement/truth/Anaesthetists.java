package io.touchstone.agreement.truth;

/**
 * The example of Dawid and Skene 1979, "Maximum likelihood estimation of observer error-rates using
 * the EM algorithm", Applied Statistics 28: five anaesthetists on the fitness of 45 patients, 1 to
 * 4, the first of them three times. The R package rater carries the same data as anesthesia.
 */
final class Anaesthetists {

  private Anaesthetists() {}

  /** Table 1: per patient the three answers of observer 1, then one each of observers 2 to 5. */
  private static final String TABLE_1 =
      """
      1111111 3334334 1122122 2223121 2223222 2223322 1222111 3333433 2222223
      2322223 4444444 2223343 1111111 2223212 1211111 1112111 1111111 1111111
      2222221 2221322 2222222 2222221 2223222 2212222 1111111 1111111 2322222
      1111111 1111111 1121121 1111111 3333233 1111111 2222222 2223232 4334343
      2212232 2323233 3333432 1111111 1111111 1212111 2322222 1211111 2222222
      """;

  /** Table 2: shares of the four classes. */
  static final double[] SHARES = {.40, .42, .11, .07};

  /** Table 2: per observer and true class the probability of each answer. */
  static final double[][][] RATES = {
    {{.89, .11, 0, 0}, {.07, .88, .05, 0}, {0, .34, .66, 0}, {0, 0, .56, .44}},
    {{.83, .17, 0, 0}, {.05, .63, .31, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}},
    {{1, 0, 0, 0}, {.11, .79, .11, 0}, {0, .40, .20, .40}, {0, 0, .67, .33}},
    {{.94, .06, 0, 0}, {.05, .84, .10, 0}, {0, 0, .80, .20}, {0, 0, .33, .67}},
    {{1, 0, 0, 0}, {.16, .73, .11, 0}, {0, .21, .79, 0}, {0, 0, .33, .67}}
  };

  /** Table 4: patients who are not certain to two digits, with the probability of their class. */
  static final int[] UNCERTAIN = {7, 35, 38};

  static final int[] UNCERTAIN_CLASS = {1, 2, 3};
  static final double[] UNCERTAIN_PROBABILITY = {.98, .95, .98};

  static JudgedItems judgements() {
    JudgedItems.Builder items = JudgedItems.builder();
    for (String patient : TABLE_1.strip().split("\\s+")) {
      items.item();
      for (int answer = 0; answer < patient.length(); answer++) {
        items.judgement(Math.max(0, answer - 2), patient.charAt(answer) - '1');
      }
    }
    return items.build(4);
  }
}
