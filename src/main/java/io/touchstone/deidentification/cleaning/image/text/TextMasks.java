package io.touchstone.deidentification.cleaning.image.text;

import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.DoubtfulPlace;
import io.touchstone.deidentification.cleaning.Redacted;
import io.touchstone.deidentification.cleaning.ocr.OcrWord;
import io.touchstone.deidentification.cleaning.ocr.Passage;
import java.awt.Dimension;
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
  private final List<DoubtfulPlace> places = new ArrayList<>();
  private int doubtful;

  TextMasks(CleaningTools tools) {
    this.tools = tools;
  }

  /**
   * What to cover after the first look; what is sure enough becomes text of the item.
   *
   * @param picture its width and height
   * @param page of a TIFF, or frame of an animation, from 0
   */
  List<Rectangle> first(List<Passage> passages, Dimension picture, int page) {
    List<Rectangle> areas = new ArrayList<>();
    for (Passage passage : passages) {
      boolean seenBefore = known.containsKey(passage.text());
      Set<OcrWord> touched = mask(passage, passage.sureness() >= SURE, areas);
      if (!seenBefore) {
        passage.words().stream()
            .filter(word -> isDoubtful(word) && !touched.contains(word))
            .forEach(word -> doubt(word, picture, page));
      }
    }
    return areas;
  }

  private void doubt(OcrWord word, Dimension picture, int page) {
    doubtful++;
    Rectangle area = area(List.of(word)).intersection(new Rectangle(picture));
    if (!area.isEmpty()) {
      places.add(
          new DoubtfulPlace(
              (double) area.x / picture.width,
              (double) area.y / picture.height,
              (double) area.width / picture.width,
              (double) area.height / picture.height,
              page));
    }
  }

  /** Where those words stand that a person should look at. */
  List<DoubtfulPlace> places() {
    return places;
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

  private Set<OcrWord> mask(Passage passage, boolean sure, List<Rectangle> areas) {
    String text = passage.text();
    Redacted redacted =
        known.computeIfAbsent(text, piece -> sure ? tools.read(piece) : tools.aside(piece));
    Set<OcrWord> touched = new LinkedHashSet<>();
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
      Passage passage, int start, int end, Set<OcrWord> touched, List<Rectangle> areas) {
    for (List<OcrWord> line : passage.touched(start, end)) {
      if (touched.addAll(line)) {
        areas.add(area(line));
      }
    }
  }

  /** Around neighbours on a line and whatever the reader did not see between them. */
  private static Rectangle area(List<OcrWord> line) {
    Rectangle all = new Rectangle(-1, -1);
    for (OcrWord word : line) {
      all.add(new Rectangle(word.x(), word.y(), word.width(), word.height()));
    }
    int margin = LEAST_MARGIN + (int) Math.ceil(MARGIN * all.height);
    all.grow(margin, margin);
    return all;
  }

  private static boolean isDoubtful(OcrWord word) {
    if (word.sureness() >= SURE) {
      return false;
    }
    long digits = word.text().codePoints().filter(Character::isDigit).count();
    long letters = word.text().codePoints().filter(Character::isLetter).count();
    boolean capital = Character.isUpperCase(word.text().codePointAt(0));
    return digits >= LEAST_DIGITS || capital && letters >= LEAST_LETTERS;
  }
}
