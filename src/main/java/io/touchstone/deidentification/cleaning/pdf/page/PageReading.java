package io.touchstone.deidentification.cleaning.pdf.page;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** What was read of a page: its instructions, the letters that they paint, and its pictures. */
public final class PageReading {

  public final Script script;

  /** Every letter in the order of painting, whatever becomes of it. */
  public final List<Glyph> glyphs = new ArrayList<>();

  /** What draws the notes above the page's content, each for itself. */
  public final List<Script> notes = new ArrayList<>();

  /** Letters that are there but not painted, as readers of scans leave them over the picture. */
  public final List<Glyph> invisible = new ArrayList<>();

  /** Where pictures stand on the page, in points. */
  public final List<Rectangle2D> pictures = new ArrayList<>();

  /** Curves that are drawn: letters may be drawn, too. */
  public int curves;

  /** Strings whose font is missing or damaged. */
  public int lostStrings;

  PageReading(Script script) {
    this.script = script;
  }
}
