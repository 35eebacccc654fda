package io.touchstone.deidentification.recogniser.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers of other countries, of vehicles and banks, and days of the calendar. */
final class OtherNumbers {

  private static final int[] VIN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  private static final String VIN_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
  private static final String VIN_VALUES = "12345678123457923456789";
  private static final Pattern DIVIDERS = Pattern.compile("[^0-9]+");
  private static final Set<String> COUNTRIES = new HashSet<>(Set.of(Locale.getISOCountries()));

  static {
    COUNTRIES.add("XK");
  }

  private OtherNumbers() {}

  /** Australian tax file number: weights 1, 4, 3, 7, 5, 8, 6, 9, 10, sum 0 modulo 11 (ATO). */
  static boolean isTfn(String written) {
    String digits = CheckDigits.compact(written);
    return CheckDigits.weighted(digits, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0
        && digits.chars().distinct().count() > 1;
  }

  /** Brazilian CPF: two check digits modulo 11, a rest of 10 counting as 0 (Receita Federal). */
  static boolean isCpf(String written) {
    String digits = CheckDigits.compact(written);
    return digits.chars().distinct().count() > 1
        && brazilian(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2)
        && brazilian(digits, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2);
  }

  /** Brazilian CNPJ: as CPF, with weights that begin again at 9 (Receita Federal). */
  static boolean isCnpj(String written) {
    String digits = CheckDigits.compact(written);
    return digits.chars().distinct().count() > 1
        && brazilian(digits, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)
        && brazilian(digits, 6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2);
  }

  private static boolean brazilian(String digits, int... weights) {
    int check = CheckDigits.weighted(digits, weights) * 10 % 11 % 10;
    return check == CheckDigits.digit(digits, weights.length);
  }

  /** Vehicle identification number with the check digit of North America (49 CFR 565.15(c)). */
  static boolean isVin(String written) {
    String vin = CheckDigits.compact(written);
    int sum = 0;
    for (int i = 0; i < VIN_WEIGHTS.length; i++) {
      char c = vin.charAt(i);
      int value =
          Character.isDigit(c) ? c - '0' : CheckDigits.digit(VIN_VALUES, VIN_LETTERS.indexOf(c));
      sum += value * VIN_WEIGHTS[i];
    }
    return vin.charAt(8) == "0123456789X".charAt(sum % 11);
  }

  /** Business identifier code: the fifth and sixth letter are a country's (ISO 9362). */
  static boolean isBic(String written) {
    return COUNTRIES.contains(CheckDigits.compact(written).substring(4, 6));
  }

  /** A day of the calendar in figures: year first, or day and month in either order. */
  static boolean isDate(String written) {
    List<Integer> parts = DIVIDERS.splitAsStream(written).map(Integer::valueOf).toList();
    return parts.size() == 3 && exists(parts);
  }

  private static boolean exists(List<Integer> parts) {
    int first = parts.get(0);
    int second = parts.get(1);
    int third = parts.get(2);
    return first > 31
        ? isDay(first, second, third)
        : isDay(third, second, first) || isDay(third, first, second);
  }

  private static boolean isDay(int year, int month, int day) {
    try {
      return LocalDate.of(year < 100 ? 2000 + year : year, month, day).getYear() > 1890;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
