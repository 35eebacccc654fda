package io.touchstone.deidentification.recogniser.check;

import java.util.Locale;

/** Sums that check digits are made of; all take digits without dividers unless said otherwise. */
final class CheckDigits {

  private CheckDigits() {}

  /** Letters and digits alone, in capitals. */
  static String compact(String written) {
    StringBuilder compact = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') {
        compact.append(c);
      }
    }
    return compact.toString().toUpperCase(Locale.ROOT);
  }

  static int digit(String digits, int place) {
    return digits.charAt(place) - '0';
  }

  /**
   * ISO/IEC 7812-1, annex B (Luhn): every second digit from the right doubled, digits of the
   * results summed: 0 modulo 10.
   */
  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digit(digits, digits.length() - 1 - i);
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  /** Each digit times its weight, summed; as many digits as there are weights. */
  static int weighted(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += digit(digits, i) * weights[i];
    }
    return sum;
  }

  /** ISO/IEC 7064, MOD 11,10: the last digit is the check digit. */
  static boolean mod11And10(String digits) {
    int product = 10;
    for (int i = 0; i < digits.length() - 1; i++) {
      int sum = (digit(digits, i) + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == digit(digits, digits.length() - 1);
  }

  private static final String[] DIHEDRAL = {
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210"
  };
  private static final String[] PERMUTATION = {
    "0123456789", "1576283094", "5803796142", "8916043527",
    "9453126870", "4286573901", "2793806415", "7046913258"
  };

  /** Verhoeff, Error Detecting Decimal Codes (1969): the dihedral group D5. */
  static boolean verhoeff(String digits) {
    int check = 0;
    for (int i = 0; i < digits.length(); i++) {
      int permuted = digit(PERMUTATION[i % 8], digit(digits, digits.length() - 1 - i));
      check = digit(DIHEDRAL[check], permuted);
    }
    return check == 0;
  }

  /**
   * ICAO Doc 9303-3, 4.9: weights 7, 3, 1; letters 10 to 35, the filler 0; the sum modulo 10.
   *
   * @param characters digits, capitals and {@code <}
   */
  static int sevenThreeOne(String characters) {
    int sum = 0;
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      int value = c == '<' ? 0 : Character.digit(c, 36);
      sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
    }
    return sum % 10;
  }
}
