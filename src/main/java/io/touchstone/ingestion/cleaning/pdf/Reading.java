package io.touchstone.ingestion.cleaning.pdf;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** What was read of a page: its instructions, the letters that they paint, and its pictures. */
final class Reading {

  final Script script;

  /** Every letter in the order of painting, whatever becomes of it. */
  final List<Glyph> glyphs = new ArrayList<>();

  /** What draws the notes above the page's content, each for itself. */
  final List<Script> notes = new ArrayList<>();

  /** Letters that are there but not painted, as readers of scans leave them over the picture. */
  final List<Glyph> invisible = new ArrayList<>();

  /** Where pictures stand on the page, in points. */
  final List<Rectangle2D> pictures = new ArrayList<>();

  /** Curves that are drawn: letters may be drawn, too. */
  int curves;

  /** Strings whose font is missing or damaged. */
  int lostStrings;

  Reading(Script script) {
    this.script = script;
  }
}
