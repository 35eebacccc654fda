package io.touchstone.deidentification.cleaning.pdf;

import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.Redacted.Replacement;
import io.touchstone.deidentification.cleaning.pdf.line.PageText;
import io.touchstone.deidentification.cleaning.pdf.line.TextLine;
import io.touchstone.deidentification.cleaning.pdf.page.Glyph;
import io.touchstone.deidentification.cleaning.pdf.page.Tag;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/** Shows the text of a page to the recognisers and marks the letters of what they find. */
final class PageRedaction {

  private PageRedaction() {}

  /** What stands in the place of the marked letters. */
  static List<Tag> redact(List<Glyph> glyphs, CleaningTools tools) {
    List<Tag> tags = new ArrayList<>();
    for (TextLine piece : PageText.pieces(glyphs)) {
      if (piece.text().isBlank()) {
        continue;
      }
      for (Replacement replacement : tools.shown(piece.text()).replacements()) {
        List<Glyph> stretch = piece.glyphs(replacement.start(), replacement.end());
        stretch.forEach(glyph -> glyph.become(Glyph.Fate.REDACTED));
        String text = replacement.by();
        for (List<Glyph> line : lines(stretch)) {
          tags.add(tag(text, line));
          text = "";
        }
      }
    }
    return tags;
  }

  /** A stretch may go on in the next line. */
  private static List<List<Glyph>> lines(List<Glyph> stretch) {
    List<List<Glyph>> lines = new ArrayList<>();
    for (Glyph glyph : stretch) {
      List<Glyph> open = lines.isEmpty() ? List.of() : lines.get(lines.size() - 1);
      if (open.isEmpty() || !isOnLine(open.get(0), glyph)) {
        open = new ArrayList<>();
        lines.add(open);
      }
      open.add(glyph);
    }
    return lines;
  }

  private static boolean isOnLine(Glyph first, Glyph glyph) {
    double angle = first.angle();
    double down =
        (glyph.y() - first.y()) * Math.cos(angle) - (glyph.x() - first.x()) * Math.sin(angle);
    return Math.abs(down) < 0.6 * first.size();
  }

  private static Tag tag(String text, List<Glyph> line) {
    double angle = line.get(0).angle();
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    Glyph first = line.get(0);
    double from = Double.POSITIVE_INFINITY;
    double to = Double.NEGATIVE_INFINITY;
    double size = 0;
    for (Glyph glyph : line) {
      double along = glyph.x() * cos + glyph.y() * sin;
      if (along < from) {
        from = along;
        first = glyph;
      }
      to = Math.max(to, along + glyph.length());
      size = Math.max(size, glyph.size());
    }
    AffineTransform place = AffineTransform.getTranslateInstance(first.x(), first.y());
    place.rotate(angle);
    if (first.vertical) {
      place.translate(0, -0.5 * size);
    }
    return new Tag(text, place, to - from, size);
  }
}
