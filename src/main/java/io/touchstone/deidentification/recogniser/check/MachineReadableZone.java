package io.touchstone.deidentification.recogniser.check;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Lines of the machine-readable zone of passports and identity cards: check digits with weights 7,
 * 3, 1 (ICAO Doc 9303, parts 3 to 6). Lines that hold names have none: these begin with the kind of
 * document and the state, and end with fillers behind the names or two of them between.
 */
final class MachineReadableZone {

  private static final Pattern NAMES =
      Pattern.compile("[ACIPV][A-Z<][A-Z]{1,3}<{0,2}[A-Z<]*<<[A-Z<]*");

  private MachineReadableZone() {}

  private static boolean isOfLetters(String line) {
    return line.chars().noneMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * Whether the check digits of the line fit.
   *
   * @param written 44 characters of a passport's second line, 36 of the second line of a card of
   *     size 2, 30 of the first or second line of a card of size 1
   */
  static boolean isLine(String written) {
    String line = written.replaceAll("[^A-Za-z0-9<]", "").toUpperCase(Locale.ROOT);
    if (!line.isEmpty() && "ACIPV".indexOf(line.charAt(0)) >= 0 && isOfLetters(line)) {
      return line.length() > 35 && NAMES.matcher(line).matches();
    }
    return switch (line.length()) {
      case 44 -> isPassport(line);
      case 36 -> checked(line, 0, 9) && checked(line, 13, 19) && checked(line, 21, 27);
      case 30 ->
          Character.isDigit(line.charAt(0))
              ? checked(line, 0, 6) && checked(line, 8, 14)
              : checked(line, 5, 14);
      default -> false;
    };
  }

  private static boolean isPassport(String line) {
    String all = line.substring(0, 10) + line.substring(13, 20) + line.substring(21, 43);
    return checked(line, 0, 9)
        && checked(line, 13, 19)
        && checked(line, 21, 27)
        && CheckDigits.sevenThreeOne(all) == value(line.charAt(43));
  }

  private static boolean checked(String line, int start, int end) {
    return CheckDigits.sevenThreeOne(line.substring(start, end)) == value(line.charAt(end));
  }

  private static int value(char c) {
    return c == '<' ? 0 : Character.digit(c, 10);
  }
}
