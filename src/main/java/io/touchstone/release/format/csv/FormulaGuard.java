package io.touchstone.release.format.csv;

/**
 * Keeps spreadsheets from calculating what stands in a cell (OWASP, "CSV Injection"): an apostrophe
 * before it makes it a text. Which cells have one follows from what comes after it, so that it can
 * be taken off exactly, also where a text had one of its own.
 */
final class FormulaGuard {

  /** What begins a formula, half and full width. */
  private static final String STARTERS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private static final String APOSTROPHE = "'";
  private static final String QUOTES = "'\"";

  /** Blank to some programs, though not by the Unicode property or not to Java. */
  private static final String MORE_BLANKS = "\u0085\u200B\uFEFF";

  private FormulaGuard() {}

  /** The text, with an apostrophe before it if a spreadsheet might take it for a formula. */
  static String on(String text) {
    return calculates(text) ? APOSTROPHE + text : text;
  }

  /** What {@link #on} was given. */
  static String off(String cell) {
    return cell.startsWith(APOSTROPHE) && calculates(cell) ? cell.substring(1) : cell;
  }

  /** Whether a starter comes first, or after quotes and blanks; an apostrophe changes nothing. */
  private static boolean calculates(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (STARTERS.indexOf(c) >= 0) {
        return true;
      }
      if (QUOTES.indexOf(c) < 0 && !isBlank(c)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || MORE_BLANKS.indexOf(c) >= 0;
  }
}
