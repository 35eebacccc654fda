package io.touchstone.deidentification.cleaning.pdf.line;

import io.touchstone.deidentification.cleaning.pdf.page.Glyph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of a page in pieces as a reader sees them: paragraphs, headings, rows of a table with
 * tabs between the cells. Lines that a paragraph was broken into are joined again, because a name
 * may be broken with them; pieces come in the order in which they are painted.
 */
public final class PageText {

  /** Cells shorter than that make a row, longer ones are columns of running text. */
  private static final int COLUMN = 25;

  /** As many lines are no address. */
  private static final int PARAGRAPH = 6;

  /** Characters that make a line one of running text. */
  private static final int SENTENCE = 30;

  private PageText() {}

  public static List<TextLine> pieces(List<Glyph> glyphs) {
    Map<Integer, List<Glyph>> byDirection = new LinkedHashMap<>();
    for (Glyph glyph : glyphs) {
      if (!glyph.text.isEmpty()) {
        int degrees = Math.floorMod((int) Math.round(Math.toDegrees(glyph.angle()) / 2) * 2, 360);
        byDirection.computeIfAbsent(degrees, d -> new ArrayList<>()).add(glyph);
      }
    }
    List<TextLine> pieces = new ArrayList<>();
    byDirection.forEach(
        (degrees, some) -> {
          List<List<Segment>> lines = new LineFinder(Math.toRadians(degrees)).lines(some);
          blocks(runs(lines)).forEach(block -> pieces.add(text(block)));
        });
    return pieces;
  }

  private record Gutter(double from, double to, double across) {
    boolean divides(double left, double right, double height, double size) {
      return Math.min(right, to) - Math.max(left, from) > 0.5 * size
          && Math.abs(height - across) < 6 * size;
    }
  }

  /** Joins the cells of a row, and keeps columns of running text apart. */
  private static List<Segment> runs(List<List<Segment>> lines) {
    List<Gutter> gutters = gutters(lines);
    List<Segment> runs = new ArrayList<>();
    for (List<Segment> line : lines) {
      List<Segment> open = new ArrayList<>();
      for (Segment segment : line) {
        if (!open.isEmpty()) {
          Segment left = open.get(open.size() - 1);
          if (gutters.stream()
              .anyMatch(
                  g -> g.divides(left.to(), segment.from(), segment.across(), segment.size()))) {
            runs.add(Segment.joined(open));
            open.clear();
          }
        }
        open.add(segment);
      }
      if (!open.isEmpty()) {
        runs.add(Segment.joined(open));
      }
    }
    return runs;
  }

  private static List<Gutter> gutters(List<List<Segment>> lines) {
    List<Gutter> gutters = new ArrayList<>();
    for (List<Segment> line : lines) {
      for (int i = 1; i < line.size() && gutters.size() < 500; i++) {
        Segment left = line.get(i - 1);
        Segment right = line.get(i);
        if (left.text().length() >= COLUMN && right.text().length() >= COLUMN) {
          gutters.add(new Gutter(left.to(), right.from(), left.across()));
        }
      }
    }
    return gutters;
  }

  /** Chains lines that stand below each other; a line goes on from one line at most. */
  private static List<List<Segment>> blocks(List<Segment> runs) {
    List<List<Segment>> blocks = new ArrayList<>();
    List<List<Segment>> open = new ArrayList<>();
    for (Segment run : runs) {
      open.removeIf(
          block -> last(block).across() - run.across() > 3 * Math.max(last(block).size(), 1));
      List<List<Segment>> above =
          open.stream().filter(block -> last(block).isContinuedBy(run)).toList();
      if (above.size() == 1) {
        above.get(0).add(run);
      } else {
        List<Segment> block = new ArrayList<>(List.of(run));
        open.add(block);
        blocks.add(block);
      }
    }
    blocks.sort(Comparator.comparingInt(block -> block.get(0).order()));
    return blocks;
  }

  private static Segment last(List<Segment> block) {
    return block.get(block.size() - 1);
  }

  private static TextLine text(List<Segment> block) {
    if (block.size() == 1) {
      return block.get(0).text();
    }
    double right = block.stream().mapToDouble(Segment::to).max().orElseThrow();
    TextLine text = new TextLine();
    for (int i = 0; i < block.size(); i++) {
      TextLine line = block.get(i).text();
      if (i > 0) {
        join(text, block.get(i - 1), line, block.size() >= PARAGRAPH ? 0 : SENTENCE, right);
      }
      text.add(line);
    }
    return text;
  }

  /**
   * Where the next word would not have fitted, the line was broken by the program; but the longest
   * line of an address was not.
   */
  private static void join(TextLine text, Segment above, TextLine next, int least, double right) {
    String words = next.text();
    int space = words.indexOf(' ');
    int word = space < 0 ? words.length() : space;
    double wanted = above.to() + (word + 1) * 0.45 * above.size();
    boolean hyphen =
        text.length() > 1
            && (text.last() == '-' || text.last() == '\u00ad' || text.last() == '\u2010')
            && Character.isLetter(text.at(text.length() - 2))
            && Character.isLowerCase(words.charAt(0));
    if (hyphen) {
      text.joinHyphen();
    } else {
      boolean running = above.text().length() >= least || Character.isLowerCase(words.charAt(0));
      text.gap(wanted > right && running ? ' ' : '\n');
    }
  }
}
