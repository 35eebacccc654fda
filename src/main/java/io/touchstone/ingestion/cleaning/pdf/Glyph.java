package io.touchstone.ingestion.cleaning.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.util.Matrix;

/** A letter that an instruction paints, and where it stands on the page. */
final class Glyph {

  /** Why a glyph does not stay. */
  enum Fate {
    STAYS,
    /** What identifies somebody. */
    REDACTED,
    /** Nobody sees it: invisible, switched off, outside the page. */
    HIDDEN,
    /** Nobody knows which letter it is. */
    UNREADABLE
  }

  final COSDictionary font;
  final int code;

  /** Bytes of the code in its string. */
  final int bytes;

  /** Letters as read; several for a ligature. */
  final String text;

  /** From glyph space (a unit is the font's size) to the page. */
  final Matrix matrix;

  /** What the pen moves on, in thousandths of the font's size, spacing included. */
  final float advance;

  /** What the glyph itself takes of it, a share of the font's size. */
  final float width;

  /** Height of the letters, in units of the font's size: 1 but for letters that are drawings. */
  final double height;

  final boolean vertical;

  /** Position in the order of painting. */
  final int order;

  /** The same letter painted again at the same place, to look bold. */
  final List<Glyph> shadows = new ArrayList<>(0);

  private Fate fate = Fate.STAYS;

  Glyph(
      COSDictionary font,
      int code,
      int bytes,
      String text,
      Matrix matrix,
      float advance,
      float width,
      double height,
      boolean vertical,
      int order) {
    this.font = font;
    this.code = code;
    this.bytes = bytes;
    this.text = text;
    this.matrix = matrix;
    this.advance = advance;
    this.width = width;
    this.height = height;
    this.vertical = vertical;
    this.order = order;
  }

  Fate fate() {
    return fate;
  }

  void become(Fate next) {
    fate = next;
    for (Glyph shadow : shadows) {
      shadow.fate = next;
    }
  }

  float x() {
    return matrix.getTranslateX();
  }

  float y() {
    return matrix.getTranslateY();
  }

  /** Height of the font in points on the page. */
  double size() {
    return height * em();
  }

  private double em() {
    return Math.hypot(matrix.getShearX(), matrix.getScaleY());
  }

  /** Direction of writing on the page, in radians. */
  double angle() {
    return vertical
        ? Math.atan2(-matrix.getScaleY(), -matrix.getShearX())
        : Math.atan2(matrix.getShearY(), matrix.getScaleX());
  }

  /** Length along the direction of writing, in points on the page. */
  double length() {
    double em = vertical ? em() : Math.hypot(matrix.getScaleX(), matrix.getShearY());
    return Math.abs(width) * em;
  }
}
