package io.touchstone.deidentification.recogniser.check;

/**
 * Codice fiscale: characters in odd and even places have different values; the sum modulo 26 is the
 * last letter (Decreto Ministeriale 23 December 1976, article 7).
 */
final class ItalianFiscalCode {

  /** Values in odd places of 0 to 9, then of A to Z. */
  private static final int[] ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8,
    12, 14, 16, 10, 22, 25, 24, 23
  };

  private ItalianFiscalCode() {}

  static boolean isValid(String written) {
    String code = CheckDigits.compact(written);
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      int value = Character.digit(code.charAt(i), 36);
      sum += i % 2 == 0 ? ODD[value] : value < 10 ? value : value - 10;
    }
    return code.charAt(15) - 'A' == sum % 26;
  }
}
