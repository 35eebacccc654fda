package io.touchstone.inspection;

/** Text of people in files that spreadsheets open. */
final class CsvCell {

  /** What makes a spreadsheet calculate (OWASP, CSV Injection), half and full width. */
  private static final String STARTERS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private CsvCell() {}

  /** The text, with an apostrophe before it if a spreadsheet would take it for a formula. */
  static String harmless(String text) {
    String seen = text.stripLeading();
    boolean calculates =
        !text.isEmpty()
            && (STARTERS.indexOf(text.charAt(0)) >= 0
                || !seen.isEmpty() && STARTERS.indexOf(seen.charAt(0)) >= 0);
    return calculates ? "'" + text : text;
  }
}
