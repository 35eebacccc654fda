package io.touchstone.deidentification.recogniser.check;

/** Numbers of persons, providers and banks in the United States. */
final class NorthAmericanNumbers {

  private NorthAmericanNumbers() {}

  /**
   * Social security number: no area 000, 666 or 900 to 999, no group 00, no serial 0000 (Social
   * Security Administration, POMS RM 10201.035). The two numbers that advertisements printed, and
   * were voided for it, are no person's.
   */
  static boolean isSsn(String written) {
    String digits = CheckDigits.compact(written);
    int area = Integer.parseInt(digits.substring(0, 3));
    return area != 0
        && area != 666
        && area < 900
        && !digits.startsWith("00", 3)
        && !digits.endsWith("0000")
        && digits.chars().distinct().count() > 1;
  }

  /**
   * Individual taxpayer identification number: 9, then in the fourth and fifth place 50 to 65, 70
   * to 88, 90 to 92 or 94 to 99 (Internal Revenue Manual 3.21.263).
   */
  static boolean isItin(String written) {
    String digits = CheckDigits.compact(written);
    int group = Integer.parseInt(digits.substring(3, 5));
    return digits.startsWith("9")
        && (group >= 50 && group <= 65
            || group >= 70 && group <= 88
            || group >= 90 && group <= 92
            || group >= 94);
  }

  /**
   * National provider identifier: begins with 1 or 2, Luhn with 80840 before it (45 CFR 162.406;
   * CMS, "Requirements for NPI and NPI check digit").
   */
  static boolean isNpi(String written) {
    String digits = CheckDigits.compact(written);
    return (digits.startsWith("1") || digits.startsWith("2")) && CheckDigits.luhn("80840" + digits);
  }

  /**
   * Routing number of a bank: weights 3, 7, 1, sum 0 modulo 10; first two digits 00 to 12, 21 to
   * 32, 61 to 72 or 80 (American Bankers Association, key to routing numbers).
   */
  static boolean isRouting(String written) {
    String digits = CheckDigits.compact(written);
    int first = Integer.parseInt(digits.substring(0, 2));
    boolean issued =
        first <= 12 || first >= 21 && first <= 32 || first >= 61 && first <= 72 || first == 80;
    return issued
        && !digits.equals("000000000")
        && CheckDigits.weighted(digits, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0;
  }
}
