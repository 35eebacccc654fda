package io.touchstone.deidentification.recogniser.pattern;

import java.util.Optional;

/** A compiled pattern, tried at one place after the other. Immutable. */
public interface Expression {

  int NONE = -1;

  /** The pattern applied to one text; for one thread. */
  Scan on(String text);

  /** The pattern as written. */
  String pattern();

  /** Where it need not be tried. */
  Prefilter prefilter();

  /** Whether a match can begin with the character; true where that is not known. */
  boolean mayBegin(char first);

  /** Another pattern on the same engine, if that takes it. */
  Optional<Expression> like(String pattern);

  /** One text under one pattern. */
  interface Scan {

    /** End of the match that begins at the start, not amid a word; {@link #NONE} without one. */
    int end(int start);

    /**
     * The same for a match that ends at the limit at the latest.
     *
     * @param limit the text's end, or a place at which a word ends
     */
    int end(int start, int limit);
  }

  /** Whether the character belongs to a word, so that a match cannot begin or end beside it. */
  static boolean isOfWord(char c) {
    if (c < 128) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }
    return Character.isLetterOrDigit(c);
  }
}
