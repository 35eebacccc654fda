package io.touchstone.deidentification.cleaning.pdf.line;

import io.touchstone.deidentification.cleaning.pdf.page.Glyph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds lines by where letters stand and not by the order in which they are painted, because a
 * program may paint them in any. A letter painted twice to look bold is one letter.
 */
final class LineFinder {

  /** A gap of that share of the letters' size is a space. */
  private static final double SPACE = 0.17;

  /** A gap of that many sizes divides cells or columns. */
  private static final double CELL = 1.6;

  private final double cos;
  private final double sin;

  /**
   * @param angle direction of writing, in radians
   */
  LineFinder(double angle) {
    cos = Math.cos(angle);
    sin = Math.sin(angle);
  }

  double along(Glyph glyph) {
    return glyph.x() * cos + glyph.y() * sin;
  }

  private double across(Glyph glyph) {
    return glyph.y() * cos - glyph.x() * sin;
  }

  /** Lines from top to bottom, each cut into segments at wide gaps. */
  List<List<Segment>> lines(List<Glyph> glyphs) {
    List<Glyph> sorted = new ArrayList<>(glyphs);
    sorted.sort(Comparator.comparingDouble((Glyph g) -> -across(g)));
    List<List<Segment>> lines = new ArrayList<>();
    List<Glyph> line = new ArrayList<>();
    for (Glyph glyph : sorted) {
      if (!line.isEmpty() && !isOnLine(line.get(0), glyph)) {
        lines.add(segments(line));
        line.clear();
      }
      line.add(glyph);
    }
    if (!line.isEmpty()) {
      lines.add(segments(line));
    }
    lines.removeIf(List::isEmpty);
    return lines;
  }

  private boolean isOnLine(Glyph first, Glyph glyph) {
    return across(first) - across(glyph) < 0.45 * Math.min(first.size(), glyph.size());
  }

  private List<Segment> segments(List<Glyph> line) {
    line.sort(Comparator.comparingDouble(this::along).thenComparingInt(g -> g.order));
    List<Glyph> letters = withoutShadows(line);
    List<Segment> segments = new ArrayList<>();
    List<Glyph> open = new ArrayList<>();
    double end = 0;
    for (Glyph glyph : letters) {
      boolean blank = glyph.text.isBlank();
      if (!blank && !open.isEmpty() && along(glyph) - end > CELL * glyph.size()) {
        segments.add(segment(open));
        open.clear();
      }
      if (!blank || !open.isEmpty()) {
        open.add(glyph);
      }
      if (!blank) {
        end = along(glyph) + glyph.length();
      }
    }
    if (!open.isEmpty()) {
      segments.add(segment(open));
    }
    return segments;
  }

  private List<Glyph> withoutShadows(List<Glyph> sorted) {
    List<Glyph> kept = new ArrayList<>();
    for (Glyph glyph : sorted) {
      boolean shadow = false;
      for (int back = kept.size() - 1; back >= Math.max(0, kept.size() - 3) && !shadow; back--) {
        Glyph before = kept.get(back);
        shadow =
            before.text.equals(glyph.text)
                && along(glyph) - along(before) < 0.3 * glyph.length()
                && Math.abs(across(glyph) - across(before)) < 0.2 * glyph.size();
        if (shadow) {
          before.shadows.add(glyph);
        }
      }
      if (!shadow) {
        kept.add(glyph);
      }
    }
    return kept;
  }

  private Segment segment(List<Glyph> glyphs) {
    while (glyphs.get(glyphs.size() - 1).text.isBlank()) {
      glyphs.remove(glyphs.size() - 1);
    }
    TextLine text = new TextLine();
    Glyph before = glyphs.get(0);
    List<Glyph> ordered = WritingOrder.logical(glyphs);
    boolean mirrored = ordered != glyphs;
    double spaced = letterSpacing(ordered, mirrored);
    for (Glyph glyph : ordered) {
      if (!text.isEmpty()
          && text.last() != ' '
          && !glyph.text.isBlank()
          && gap(before, glyph, mirrored) > Math.max(SPACE * glyph.size(), spaced)) {
        text.gap(' ');
      }
      if (!glyph.text.isBlank() || text.last() != ' ') {
        text.add(glyph);
      }
      before = glyph;
    }
    Glyph first = glyphs.get(0);
    Glyph last = glyphs.get(glyphs.size() - 1);
    return new Segment(
        text,
        along(first),
        along(last) + last.length(),
        across(first),
        first.size(),
        glyphs.stream().mapToInt(g -> g.order).min().orElseThrow());
  }

  /** The least gap that is a space where letters are set apart, in points; else zero. */
  private double letterSpacing(List<Glyph> glyphs, boolean mirrored) {
    List<Double> gaps = new ArrayList<>();
    for (int i = 1; i < glyphs.size(); i++) {
      if (!glyphs.get(i - 1).text.isBlank() && !glyphs.get(i).text.isBlank()) {
        gaps.add(gap(glyphs.get(i - 1), glyphs.get(i), mirrored));
      }
    }
    if (gaps.size() < 3) {
      return 0;
    }
    gaps.sort(null);
    return 1.4 * gaps.get(gaps.size() / 2);
  }

  private double gap(Glyph before, Glyph glyph, boolean mirrored) {
    boolean back = mirrored && along(glyph) < along(before);
    return back
        ? along(before) - along(glyph) - glyph.length()
        : along(glyph) - along(before) - before.length();
  }
}
