package io.touchstone.ingestion.cleaning.image;

import io.touchstone.ingestion.cleaning.CleaningTools;
import io.touchstone.ingestion.cleaning.Redacted;
import io.touchstone.ingestion.cleaning.ocr.Passage;
import io.touchstone.ingestion.cleaning.ocr.Word;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the text of one object's pictures is to be covered, as the redaction of its text says. */
final class TextMasks {

  /** Passages that are less sure, of 100, are looked through but not shown to be read. */
  private static final double SURE = 60;

  /** Shorter values stand in other words by chance. */
  private static final int SHORTEST = 4;

  private static final int LEAST_LETTERS = 3;
  private static final int LEAST_DIGITS = 2;

  /** How far beyond the letters is covered, in parts of their height and in pixels. */
  private static final double MARGIN = .15;

  private static final int LEAST_MARGIN = 2;

  private final CleaningTools tools;
  private final Map<String, Redacted> known = new HashMap<>();
  private final Set<String> masked = new LinkedHashSet<>();
  private int doubtful;

  TextMasks(CleaningTools tools) {
    this.tools = tools;
  }

  /** What to cover after the first look; what is sure enough becomes text of the item. */
  List<Rectangle> first(List<Passage> passages) {
    List<Rectangle> areas = new ArrayList<>();
    for (Passage passage : passages) {
      Set<Word> touched = mask(passage, passage.sureness() >= SURE, areas);
      doubtful +=
          (int)
              passage.words().stream()
                  .filter(word -> isDoubtful(word) && !touched.contains(word))
                  .count();
    }
    return areas;
  }

  /** What to cover after another look at what was covered. */
  List<Rectangle> again(List<Passage> passages) {
    List<Rectangle> areas = new ArrayList<>();
    passages.forEach(passage -> mask(passage, false, areas));
    return areas;
  }

  /** How many words a person should look at: unsure ones that may be names or numbers. */
  int doubtful() {
    return doubtful;
  }

  private Set<Word> mask(Passage passage, boolean sure, List<Rectangle> areas) {
    String text = passage.text();
    Redacted redacted =
        known.computeIfAbsent(text, piece -> sure ? tools.read(piece) : tools.aside(piece));
    Set<Word> touched = new LinkedHashSet<>();
    for (Redacted.Replacement each : redacted.replacements()) {
      masked.add(text.substring(each.start(), each.end()).strip());
      cover(passage, each.start(), each.end(), touched, areas);
    }
    // What was masked somewhere in the picture is masked wherever else it can be read.
    for (String value : masked) {
      int at = value.length() < SHORTEST ? -1 : text.indexOf(value);
      while (at >= 0) {
        cover(passage, at, at + value.length(), touched, areas);
        at = text.indexOf(value, at + value.length());
      }
    }
    return touched;
  }

  private static void cover(
      Passage passage, int start, int end, Set<Word> touched, List<Rectangle> areas) {
    for (List<Word> line : passage.touched(start, end)) {
      touched.addAll(line);
      areas.add(area(line));
    }
  }

  /** Around neighbours on a line and whatever the reader did not see between them. */
  private static Rectangle area(List<Word> line) {
    Rectangle all = new Rectangle(-1, -1);
    for (Word word : line) {
      all.add(new Rectangle(word.x(), word.y(), word.width(), word.height()));
    }
    int margin = LEAST_MARGIN + (int) Math.ceil(MARGIN * all.height);
    all.grow(margin, margin);
    return all;
  }

  private static boolean isDoubtful(Word word) {
    if (word.sureness() >= SURE) {
      return false;
    }
    long digits = word.text().codePoints().filter(Character::isDigit).count();
    long letters = word.text().codePoints().filter(Character::isLetter).count();
    boolean capital = Character.isUpperCase(word.text().codePointAt(0));
    return digits >= LEAST_DIGITS || capital && letters >= LEAST_LETTERS;
  }
}
