package io.touchstone.ingestion.recogniser;

import java.util.Locale;

/**
 * Lines of the machine-readable zone of passports and identity cards: check digits with weights 7,
 * 3, 1 (ICAO Doc 9303, parts 3 to 6). Lines that hold names have none.
 */
final class MachineReadableZone {

  private MachineReadableZone() {}

  /**
   * Whether the check digits of the line fit.
   *
   * @param written 44 characters of a passport's second line, 36 of the second line of a card of
   *     size 2, 30 of the first or second line of a card of size 1
   */
  static boolean isLine(String written) {
    String line = written.replaceAll("[^A-Za-z0-9<]", "").toUpperCase(Locale.ROOT);
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
        && Checksums.sevenThreeOne(all) == value(line.charAt(43));
  }

  private static boolean checked(String line, int start, int end) {
    return Checksums.sevenThreeOne(line.substring(start, end)) == value(line.charAt(end));
  }

  private static int value(char c) {
    return c == '<' ? 0 : Character.digit(c, 10);
  }
}
