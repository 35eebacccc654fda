package io.touchstone.deidentification.cleaning.pdf.line;

import java.util.List;

/**
 * Letters that stand next to each other on one line.
 *
 * @param from where it begins along the direction of writing, in points
 * @param to where it ends
 * @param across the height of the line, in points; larger is further up
 * @param size height of the letters, in points
 * @param order when its first letter is painted
 */
record Segment(TextLine text, double from, double to, double across, double size, int order) {

  /** The segments as one, with a tab where a cell or a wide gap divides them. */
  static Segment joined(List<Segment> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    TextLine text = new TextLine();
    for (Segment part : parts) {
      if (!text.isEmpty()) {
        text.gap('\t');
      }
      text.add(part.text);
    }
    Segment first = parts.get(0);
    return new Segment(
        text,
        first.from,
        parts.get(parts.size() - 1).to,
        first.across,
        first.size,
        parts.stream().mapToInt(Segment::order).min().orElseThrow());
  }

  boolean isRow() {
    return text.text().indexOf('\t') >= 0;
  }

  /** Whether the other one stands right below, as the next line of a paragraph does. */
  boolean isContinuedBy(Segment other) {
    double step = across - other.across;
    double ratio = other.size / size;
    return !isRow()
        && !other.isRow()
        && ratio > 0.8
        && ratio < 1.25
        && step > 0.5 * size
        && step < 1.8 * size
        && other.from < to
        && from < other.to;
  }
}
