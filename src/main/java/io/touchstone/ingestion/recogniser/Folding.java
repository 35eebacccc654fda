package io.touchstone.ingestion.recogniser;

/**
 * Makes characters that look alike equal, one for one, so that offsets stay what they are: digits
 * of every script, full-width forms, dashes, no-break and other spaces.
 */
public final class Folding {

  private Folding() {}

  /** A text of the same length for recognisers to look at. */
  public static String of(String text) {
    char[] folded = null;
    for (int i = 0; i < text.length(); i++) {
      char original = text.charAt(i);
      if (original < 0x80) {
        continue;
      }
      char plain = fold(original);
      if (plain != original) {
        folded = folded == null ? text.toCharArray() : folded;
        folded[i] = plain;
      }
    }
    return folded == null ? text : new String(folded);
  }

  private static char fold(char c) {
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return (char) (c - '\uFF01' + '!');
    }
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER -> (char) ('0' + Character.digit(c, 10));
      case Character.SPACE_SEPARATOR -> ' ';
      case Character.DASH_PUNCTUATION -> '-';
      default -> c == '\u2212' ? '-' : c == '\u2019' ? '\'' : c;
    };
  }
}
