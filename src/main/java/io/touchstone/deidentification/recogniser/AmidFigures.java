package io.touchstone.deidentification.recogniser;

/** Tells a full stop or colon within a number from one that ends a clause. */
final class AmidFigures {

  private AmidFigures() {}

  /**
   * Whether a divider that ends with blanks is amid a number or a hexadecimal address.
   *
   * @param start of the divider
   * @param end of the blanks
   */
  static boolean is(String text, int start, int end) {
    char left = text.charAt(start - 1);
    char right = text.charAt(end);
    boolean hexadecimal = Character.digit(left, 16) >= 0 && Character.digit(right, 16) >= 0;
    if (hexadecimal && text.charAt(start) == ':' && isGroup(text, start, end)) {
      return true;
    }
    boolean lone = start < 2 || !Character.isLetterOrDigit(text.charAt(start - 2));
    return hexadecimal && (isDigit(left) || isDigit(right)) && !isDigitless(text, start)
        || lone && isDigit(right)
        || isDigit(left) && isLone(text, end);
  }

  /** Whether colons stand on the far sides, too, of the figures and letters beside one. */
  private static boolean isGroup(String text, int start, int end) {
    int first = start;
    while (first > 0 && start - first < 5 && Character.digit(text.charAt(first - 1), 16) >= 0) {
      first--;
    }
    int last = end;
    while (last < text.length() && last - end < 5 && Character.digit(text.charAt(last), 16) >= 0) {
      last++;
    }
    boolean bounded = first == 0 || !Character.isLetterOrDigit(text.charAt(first - 1));
    boolean more =
        last < text.length() && text.charAt(last) == ':'
            || first > 1 && (text.charAt(first - 1) == ':' || text.charAt(first - 2) == ':');
    return bounded && more && start - first < 5 && last - end < 5;
  }

  /** Whether more than two letters and no digit stand before the place. */
  private static boolean isDigitless(String text, int end) {
    int start = end;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return end - start > 2;
  }

  private static boolean isLone(String text, int place) {
    return Character.isLetter(text.charAt(place))
        && (place + 1 == text.length() || !Character.isLetter(text.charAt(place + 1)));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
