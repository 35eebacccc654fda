package io.touchstone.deidentification.cleaning.ocr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads what Tesseract writes with {@code tsv}: level, page, block, paragraph, line, word, left,
 * top, width, height, confidence, text (Tesseract manual, "TSV"). Level 5 are words.
 */
final class TsvReader {

  private static final int COLUMNS = 12;
  private static final String WORD = "5";
  private static final Pattern BEFORE_AT = Pattern.compile("[\\p{L}\\d][._-]$");
  private static final Pattern END = Pattern.compile("\\p{Ll}{2,6}[.,;:)]?");
  private static final Pattern AFTER_AT = Pattern.compile("[\\p{L}\\d]@[\\p{L}\\d-]+\\.?$");

  private TsvReader() {}

  /** Paragraphs in the reader's order. */
  static List<Passage> passages(String tsv) throws IOException {
    Map<String, Map<String, List<OcrWord>>> paragraphs = new LinkedHashMap<>();
    for (String row : tsv.split("\n")) {
      String[] cells = row.split("\t", COLUMNS);
      if (cells.length == COLUMNS && cells[0].equals(WORD) && !cells[11].isBlank()) {
        add(
            paragraphs
                .computeIfAbsent(cells[2] + " " + cells[3], paragraph -> new LinkedHashMap<>())
                .computeIfAbsent(cells[4], line -> new ArrayList<>()),
            word(cells));
      }
    }
    return paragraphs.values().stream().map(p -> new Passage(List.copyOf(p.values()))).toList();
  }

  private static void add(List<OcrWord> line, OcrWord word) {
    boolean parted = !line.isEmpty() && isParted(line.get(line.size() - 1).text(), word.text());
    line.add(parted ? line.remove(line.size() - 1).with(word) : word);
  }

  /**
   * Within an address the reader sees a space after a dot more often than not: what stands before
   * an at sign belongs to it, and what follows it up to the last dot.
   */
  private static boolean isParted(String word, String next) {
    return word.endsWith("@")
        || next.startsWith("@")
        || BEFORE_AT.matcher(word).find() && next.indexOf('@') > 0
        || AFTER_AT.matcher(word).find()
            && (word.endsWith(".") ? END.matcher(next).matches() : next.indexOf('.') > 0);
  }

  private static OcrWord word(String[] cells) throws IOException {
    try {
      return new OcrWord(
          cells[11].strip().replaceAll("\\s+", ""),
          Integer.parseInt(cells[6]),
          Integer.parseInt(cells[7]),
          Integer.parseInt(cells[8]),
          Integer.parseInt(cells[9]),
          Math.max(0, Double.parseDouble(cells[10])));
    } catch (NumberFormatException e) {
      // The message would quote what was read.
      throw new IOException("What the reader of pictures wrote is no table.");
    }
  }
}
