package io.touchstone.deidentification.recogniser;

/**
 * What a joined text holds in the place of whatever stands between two parts of an identifier: one
 * character, which says of what kind it was.
 */
final class Gap {

  /** The end of a line with nothing but blanks, quote marks or an indentation beside it. */
  static final char BREAK = '\u000B';

  /** A hyphen at the end of a line. */
  static final char HYPHEN = '\u001F';

  /** A tabulator or many blanks, as between columns. */
  static final char WIDE = '\t';

  /** Inside a class of a pattern: where a line was broken amid a word or number. */
  static final String BROKEN = "" + BREAK + HYPHEN;

  /** Inside a class of a pattern: all of them; the hyphen comes last. */
  static final String ANY = " ./_:" + WIDE + BREAK + HYPHEN + "-";

  private Gap() {}

  static boolean is(char c) {
    return ANY.indexOf(c) >= 0;
  }

  /** Whether the character is one that ordinary text does not divide numbers by. */
  static boolean isJoint(char c) {
    return c == WIDE || c == '_' || c == '/' || c == ':' || isBreak(c);
  }

  /** The divider that people mean by the one they wrote. */
  static char plain(char divider) {
    return switch (divider) {
      case '\\' -> '/';
      case '~' -> '-';
      case '\u00B7', '\u2022', '\u2219', '\u30FB' -> '.';
      default -> divider;
    };
  }

  static boolean isBreak(char c) {
    return c == BREAK || c == HYPHEN;
  }

  /** Whether a line ends between two places. */
  static boolean hasBreak(CharSequence text, int start, int end) {
    return breaks(text, start, end) > 0;
  }

  /** How many lines end between two places. */
  static int breaks(CharSequence text, int start, int end) {
    int breaks = 0;
    for (int i = Math.max(0, start); i < end; i++) {
      breaks += isBreak(text.charAt(i)) ? 1 : 0;
    }
    return breaks;
  }

  /** Whether the lines on which a stretch stands hold nothing but figures beside it. */
  static boolean isGrid(String text, int start, int end) {
    int from = start;
    while (from > 0 && !isLineEnd(text.charAt(from - 1))) {
      from--;
    }
    int to = end;
    while (to < text.length() && !isLineEnd(text.charAt(to))) {
      to++;
    }
    for (int i = from; i < to; i++) {
      if (Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || isBreak(c);
  }

  /** The last place of a gap between two places, or the start if there is none. */
  static int last(CharSequence text, int start, int end) {
    int place = end - 1;
    while (place > start && !is(text.charAt(place))) {
      place--;
    }
    return Math.max(start, place);
  }

  /** A stretch without line ends. */
  static String unbroken(String written) {
    int first = 0;
    while (first < written.length() && !isBreak(written.charAt(first))) {
      first++;
    }
    if (first == written.length()) {
      return written;
    }
    StringBuilder unbroken = new StringBuilder(written.length()).append(written, 0, first);
    for (int i = first; i < written.length(); i++) {
      if (!isBreak(written.charAt(i))) {
        unbroken.append(written.charAt(i));
      }
    }
    return unbroken.toString();
  }
}
