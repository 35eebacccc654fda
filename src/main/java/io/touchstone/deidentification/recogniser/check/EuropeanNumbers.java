package io.touchstone.deidentification.recogniser.check;

import java.util.Set;

/** Numbers of persons in European countries. */
final class EuropeanNumbers {

  private static final Set<String> NO_NINO_PREFIX =
      Set.of("BG", "GB", "KN", "NK", "NT", "TN", "ZZ");
  private static final String NIF_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

  private EuropeanNumbers() {}

  /**
   * NHS number of England and Wales: weights 10 to 2, 11 less the rest modulo 11; 11 counts as 0,
   * 10 is not issued (NHS Data Dictionary, NHS NUMBER).
   */
  static boolean isNhs(String written) {
    String digits = CheckDigits.compact(written);
    int check = (11 - CheckDigits.weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
    return check == CheckDigits.digit(digits, 9) && digits.chars().distinct().count() > 1;
  }

  /** National insurance number: prefixes that are not issued (HMRC manual NIM39110). */
  static boolean isNino(String written) {
    return !NO_NINO_PREFIX.contains(CheckDigits.compact(written).substring(0, 2));
  }

  /**
   * German tax number of a person (§ 139b AO): no leading zero; of the first ten digits exactly one
   * occurs twice or three times, but not three in a row; check digit ISO 7064 MOD 11,10 (BZSt).
   */
  static boolean isGermanTaxId(String written) {
    String digits = CheckDigits.compact(written);
    int[] counts = new int[10];
    for (int i = 0; i < 10; i++) {
      counts[CheckDigits.digit(digits, i)]++;
    }
    int repeated = 0;
    for (int count : counts) {
      if (count > 3) {
        return false;
      }
      repeated += count > 1 ? 1 : 0;
    }
    return repeated == 1
        && !digits.startsWith("0")
        && !digits.substring(0, 10).matches(".*([0-9])\\1\\1.*")
        && CheckDigits.mod11And10(digits);
  }

  /**
   * German insurance number: area, birthday, initial as two digits, serial; weights 2, 1, 2, 5, 7,
   * 1, 2, 1, 2, 1, 2, 1, the products' digits summed, modulo 10 (§ 4 VKVV).
   */
  static boolean isGermanSocialSecurity(String written) {
    String compact = CheckDigits.compact(written);
    int letter = compact.charAt(8) - 'A' + 1;
    String digits = compact.substring(0, 8) + letter / 10 + letter % 10 + compact.substring(9, 11);
    int[] weights = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      int product = CheckDigits.digit(digits, i) * weights[i];
      sum += product / 10 + product % 10;
    }
    // Serial numbers above the first thousand add 50 to the day.
    int day = Integer.parseInt(compact.substring(2, 4)) % 50;
    int month = Integer.parseInt(compact.substring(4, 6));
    return sum % 10 == CheckDigits.digit(compact, 11) && day <= 31 && month <= 12;
  }

  /**
   * Number of a German identity card or passport with its check digit: weights 7, 3, 1 (ICAO Doc
   * 9303; PAuswV, Anhang 3). Vowels and letters that look like digits are not used.
   */
  static boolean isGermanIdCard(String written) {
    String compact = CheckDigits.compact(written);
    return CheckDigits.sevenThreeOne(compact.substring(0, 9)) == CheckDigits.digit(compact, 9);
  }

  /**
   * Spanish DNI and NIE: the letter of the number modulo 23, X, Y, Z of a foreigner standing for 0,
   * 1, 2 (Real Decreto 1553/2005; Ministerio del Interior, "Cálculo del dígito de control").
   */
  static boolean isSpanishNif(String written) {
    String compact = CheckDigits.compact(written);
    char first = compact.charAt(0);
    String number =
        first >= 'X' && first <= 'Z'
            ? (first - 'X') + compact.substring(1, 8)
            : compact.substring(0, 8);
    return NIF_LETTERS.charAt(Integer.parseInt(number) % 23) == compact.charAt(8);
  }

  /**
   * French NIR: 97 less the first thirteen digits modulo 97, Corsica's 2A and 2B read as 19 and 18
   * (INSEE, "Numéro d'inscription au répertoire").
   */
  static boolean isFrenchNir(String written) {
    String compact = CheckDigits.compact(written);
    String digits = compact.substring(0, 13).replace("2A", "19").replace("2B", "18");
    if (!digits.chars().allMatch(Character::isDigit)) {
      return false;
    }
    long check = 97 - Long.parseLong(digits) % 97;
    int month = Integer.parseInt(compact.substring(3, 5));
    return check == Long.parseLong(compact.substring(13))
        && (month >= 1 && month <= 12 || month >= 20 && month <= 42 || month >= 50);
  }

  /** Dutch BSN: weights 9 to 2, then -1, sum 0 modulo 11 (Logisch Ontwerp BSN, "elfproef"). */
  static boolean isDutchBsn(String written) {
    String digits = CheckDigits.compact(written);
    return CheckDigits.weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0
        && !digits.startsWith("000");
  }

  /**
   * Belgian national number: 97 less the first nine digits modulo 97; from the year 2000 on with a
   * 2 before them (Koninklijk besluit 3 April 1984).
   */
  static boolean isBelgianNational(String written) {
    String digits = CheckDigits.compact(written);
    long number = Long.parseLong(digits.substring(0, 9));
    long check = Long.parseLong(digits.substring(9));
    boolean date =
        Integer.parseInt(digits.substring(2, 4)) <= 12
            && Integer.parseInt(digits.substring(4, 6)) <= 31;
    return date && (97 - number % 97 == check || 97 - (2_000_000_000L + number) % 97 == check);
  }

  /** Swedish personal number: Luhn over the last ten digits, a day that may be (SKV 704). */
  static boolean isSwedishPersonal(String written) {
    String digits = CheckDigits.compact(written);
    String ten = digits.substring(digits.length() - 10);
    int month = Integer.parseInt(ten.substring(2, 4));
    int day = Integer.parseInt(ten.substring(4, 6)) % 60;
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 && CheckDigits.luhn(ten);
  }

  /** Polish PESEL: weights 1, 3, 7, 9; months shifted by 20 per century (Dz.U. 2010 nr 217). */
  static boolean isPesel(String written) {
    String digits = CheckDigits.compact(written);
    int month = Integer.parseInt(digits.substring(2, 4)) % 20;
    int day = Integer.parseInt(digits.substring(4, 6));
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= 31
        && CheckDigits.weighted(digits, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0;
  }

  /** Swiss AHV number: 756 and the check digit of EAN-13 (Zentrale Ausgleichsstelle, NAVS13). */
  static boolean isSwissAhv(String written) {
    String digits = CheckDigits.compact(written);
    return CheckDigits.weighted(digits, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0;
  }
}
