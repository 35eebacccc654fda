package io.touchstone.deidentification;

import io.touchstone.deidentification.recogniser.names.Lexicon;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs of letters and runs of digits of a text, as strings are compared by: without diacritics,
 * capitals and what divides them. An ideograph is a run by itself.
 */
public final class Pieces {

  /** Between two pieces of one string: "Anna Quill", "Q-77 81", "O'Shea". */
  private static final int WIDEST_GAP = 3;

  private static final String DIVIDERS = "-./_'’@+(),:#\u2010\u2011\u2013";

  private final List<Piece> pieces = new ArrayList<>();

  /**
   * A run.
   *
   * @param start first character
   * @param end character after the last
   * @param joined whether the one before may belong to the same string
   */
  public record Piece(int start, int end, String folded, boolean joined, boolean digits) {}

  private Pieces() {}

  /**
   * @param text as the recognisers look at it
   */
  public static List<Piece> of(String text) {
    Pieces all = new Pieces();
    int last = -1;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      if (!Character.isLetterOrDigit(point)) {
        at += Character.charCount(point);
        continue;
      }
      int end = end(text, at);
      boolean digits = Character.isDigit(point);
      boolean joined = last >= 0 && isDivider(text, last, at);
      all.pieces.add(new Piece(at, end, Lexicon.fold(text.substring(at, end)), joined, digits));
      last = end;
      at = end;
    }
    return all.pieces;
  }

  private static int end(String text, int start) {
    int first = text.codePointAt(start);
    int end = start + Character.charCount(first);
    if (Character.isIdeographic(first)) {
      return end;
    }
    boolean digits = Character.isDigit(first);
    while (end < text.length()) {
      int point = text.codePointAt(end);
      boolean same =
          digits
              ? Character.isDigit(point)
              : Character.isLetter(point) && !Character.isIdeographic(point)
                  || Character.getType(point) == Character.NON_SPACING_MARK;
      if (!same) {
        break;
      }
      end += Character.charCount(point);
    }
    return end;
  }

  private static boolean isDivider(String text, int from, int to) {
    if (to - from > WIDEST_GAP) {
      return false;
    }
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (!Character.isWhitespace(c) && DIVIDERS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
