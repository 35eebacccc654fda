package io.touchstone.deidentification.cleaning.ocr;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines that belong together, as the reader sees it: a paragraph, or a line alone.
 *
 * @param lines of at least one word each, at least one
 */
public record Passage(List<List<OcrWord>> lines) {

  private static final int SHORT = 5;

  public Passage {
    lines = lines.stream().map(List::copyOf).toList();
  }

  /** Words with spaces between them, lines with line ends. */
  public String text() {
    return String.join("\n", lines.stream().map(Passage::text).toList());
  }

  private static String text(List<OcrWord> line) {
    return String.join(" ", line.stream().map(OcrWord::text).toList());
  }

  /** All words, in the order of the text. */
  public List<OcrWord> words() {
    return lines.stream().flatMap(List::stream).toList();
  }

  /** How sure the reader is, by letter: 0 to 100. */
  public double sureness() {
    double sum = 0;
    int letters = 0;
    for (OcrWord word : words()) {
      sum += word.sureness() * word.text().length();
      letters += word.text().length();
    }
    return sum / letters;
  }

  /**
   * Words that a stretch of the text touches, by line; a line without any is not there. Short
   * numbers beside a touched one are with it: a digit that was read wrongly hides what they are.
   *
   * @param start first character of the text (UTF-16)
   * @param end character after the last
   */
  public List<List<OcrWord>> touched(int start, int end) {
    List<List<OcrWord>> touched = new ArrayList<>();
    int at = 0;
    for (List<OcrWord> line : lines) {
      int first = line.size();
      int last = -1;
      for (int i = 0; i < line.size(); i++) {
        int next = at + line.get(i).text().length();
        if (at < end && next > start) {
          first = Math.min(first, i);
          last = i;
        }
        at = next + 1;
      }
      if (last >= 0) {
        touched.add(widened(line, first, last));
      }
    }
    return touched;
  }

  private static List<OcrWord> widened(List<OcrWord> line, int first, int last) {
    int from = first;
    while (from > 0 && hasDigit(line.get(from)) && isShortNumber(line.get(from - 1))) {
      from--;
    }
    int to = last;
    while (to + 1 < line.size() && hasDigit(line.get(to)) && isShortNumber(line.get(to + 1))) {
      to++;
    }
    return line.subList(from, to + 1);
  }

  private static boolean isShortNumber(OcrWord word) {
    return hasDigit(word)
        && word.text().length() <= SHORT
        && word.text().codePoints().noneMatch(Character::isLetter);
  }

  private static boolean hasDigit(OcrWord word) {
    return word.text().codePoints().anyMatch(Character::isDigit);
  }
}
