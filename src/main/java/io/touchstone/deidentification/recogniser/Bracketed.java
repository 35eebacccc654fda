package io.touchstone.deidentification.recogniser;

/**
 * A divider that stands in brackets so that no program takes an address for one: "192[.]0[.]2[.]7",
 * "2001[:]db8". People read across it.
 */
final class Bracketed {

  private Bracketed() {}

  /** Whether one may begin with the character. */
  static boolean opens(char c) {
    return c == '[' || c == '(' || c == '{';
  }

  /** The place behind the one that begins there; the place itself if none does. */
  static int end(String text, int open) {
    if (open == 0 || open + 3 >= text.length()) {
      return open;
    }
    char divider = text.charAt(open + 1);
    char close =
        switch (text.charAt(open)) {
          case '[' -> ']';
          case '(' -> ')';
          default -> '}';
        };
    boolean whole =
        (divider == '.' || divider == ':')
            && text.charAt(open + 2) == close
            && mayStandBeside(text.charAt(open - 1))
            && mayStandBeside(text.charAt(open + 3));
    return whole ? open + 3 : open;
  }

  private static boolean mayStandBeside(char c) {
    return Character.isLetterOrDigit(c) || opens(c) || c == ']' || c == ')' || c == '}';
  }
}
