package io.touchstone.ingestion.cleaning.ocr;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines that belong together, as the reader sees it: a paragraph, or a line alone.
 *
 * @param lines of at least one word each, at least one
 */
public record Passage(List<List<Word>> lines) {

  public Passage {
    lines = lines.stream().map(List::copyOf).toList();
  }

  /** Words with spaces between them, lines with line ends. */
  public String text() {
    return String.join("\n", lines.stream().map(Passage::text).toList());
  }

  private static String text(List<Word> line) {
    return String.join(" ", line.stream().map(Word::text).toList());
  }

  /** All words, in the order of the text. */
  public List<Word> words() {
    return lines.stream().flatMap(List::stream).toList();
  }

  /** How sure the reader is, by letter: 0 to 100. */
  public double sureness() {
    double sum = 0;
    int letters = 0;
    for (Word word : words()) {
      sum += word.sureness() * word.text().length();
      letters += word.text().length();
    }
    return sum / letters;
  }

  /**
   * Words that a stretch of the text touches, by line; a line without any is not there.
   *
   * @param start first character of the text (UTF-16)
   * @param end character after the last
   */
  public List<List<Word>> touched(int start, int end) {
    List<List<Word>> touched = new ArrayList<>();
    int at = 0;
    for (List<Word> line : lines) {
      List<Word> ofLine = new ArrayList<>();
      for (Word word : line) {
        int next = at + word.text().length();
        if (at < end && next > start) {
          ofLine.add(word);
        }
        at = next + 1;
      }
      if (!ofLine.isEmpty()) {
        touched.add(ofLine);
      }
    }
    return touched;
  }
}
