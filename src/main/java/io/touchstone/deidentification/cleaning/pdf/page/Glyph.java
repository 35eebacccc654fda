package io.touchstone.deidentification.cleaning.pdf.page;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.util.Matrix;

/** A letter that an instruction paints, and where it stands on the page. */
public final class Glyph {

  /** Why a glyph does not stay. */
  public enum Fate {
    STAYS,
    /** What identifies somebody. */
    REDACTED,
    /** Nobody sees it: invisible, switched off, outside the page. */
    HIDDEN,
    /** Nobody knows which letter it is. */
    UNREADABLE
  }

  public final COSDictionary font;
  public final int code;

  /** Bytes of the code in its string. */
  public final int bytes;

  /** Letters as read; several for a ligature. */
  public final String text;

  /** From glyph space (a unit is the font's size) to the page. */
  final Matrix matrix;

  /** What the pen moves on, in thousandths of the font's size, spacing included. */
  final float advance;

  /** What the glyph itself takes of it, a share of the font's size. */
  final float width;

  /** Height of the letters, in units of the font's size: 1 but for letters that are drawings. */
  final double height;

  public final boolean vertical;

  /** Position in the order of painting. */
  public final int order;

  /** The same letter painted again at the same place, to look bold. */
  public final List<Glyph> shadows = new ArrayList<>(0);

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

  public Fate fate() {
    return fate;
  }

  public void become(Fate next) {
    fate = next;
    for (Glyph shadow : shadows) {
      shadow.fate = next;
    }
  }

  public float x() {
    return matrix.getTranslateX();
  }

  public float y() {
    return matrix.getTranslateY();
  }

  /** Height of the font in points on the page. */
  public double size() {
    return height * em();
  }

  private double em() {
    return Math.hypot(matrix.getShearX(), matrix.getScaleY());
  }

  /** Direction of writing on the page, in radians. */
  public double angle() {
    return vertical
        ? Math.atan2(-matrix.getScaleY(), -matrix.getShearX())
        : Math.atan2(matrix.getShearY(), matrix.getScaleX());
  }

  /** Length along the direction of writing, in points on the page. */
  public double length() {
    double em = vertical ? em() : Math.hypot(matrix.getScaleX(), matrix.getShearY());
    return Math.abs(width) * em;
  }
}
