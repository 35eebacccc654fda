package io.touchstone.deidentification.cleaning.pdf.line;

import io.touchstone.deidentification.cleaning.pdf.page.Glyph;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Brings letters that stand from left to right into the order in which they are read, where some
 * are written from right to left.
 */
final class WritingOrder {

  private WritingOrder() {}

  /** The same list if nothing is written from right to left. */
  static List<Glyph> logical(List<Glyph> glyphs) {
    int right = 0;
    int left = 0;
    for (Glyph glyph : glyphs) {
      right += isRightToLeft(glyph) ? 1 : 0;
      left += isLeftToRight(glyph) ? 1 : 0;
    }
    if (right == 0) {
      return glyphs;
    }
    List<Glyph> ordered = new ArrayList<>(glyphs);
    boolean mirrored = right >= left;
    if (mirrored) {
      Collections.reverse(ordered);
    }
    turnRuns(ordered, mirrored);
    return ordered;
  }

  /** Turns each run of the other direction back; digits are always read from left to right. */
  private static void turnRuns(List<Glyph> glyphs, boolean mirrored) {
    int start = -1;
    int end = -1;
    for (int i = 0; i <= glyphs.size(); i++) {
      boolean other = i < glyphs.size() && isOther(glyphs.get(i), mirrored);
      boolean own = i == glyphs.size() || isOther(glyphs.get(i), !mirrored);
      if (other) {
        start = start < 0 ? i : start;
        end = i + 1;
      } else if (own && start >= 0) {
        Collections.reverse(glyphs.subList(start, end));
        start = -1;
      }
    }
  }

  private static boolean isOther(Glyph glyph, boolean mirrored) {
    return mirrored ? isLeftToRight(glyph) : isRightToLeft(glyph);
  }

  private static boolean isRightToLeft(Glyph glyph) {
    char[] text = glyph.text.toCharArray();
    return text[0] > 0x58f && Bidi.requiresBidi(text, 0, text.length);
  }

  private static boolean isLeftToRight(Glyph glyph) {
    return Character.isLetterOrDigit(glyph.text.codePointAt(0)) && !isRightToLeft(glyph);
  }
}
