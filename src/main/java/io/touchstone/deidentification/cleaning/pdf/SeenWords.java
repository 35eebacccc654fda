package io.touchstone.deidentification.cleaning.pdf;

import io.touchstone.deidentification.cleaning.AccountedWords;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The words of a document as the library's own extraction of text reads them, with their places. It
 * knows nothing of what is hidden: that is decided by looking.
 */
final class SeenWords extends PDFTextStripper {

  /** Narrower letters, in points, nobody reads. */
  private static final double NARROWEST = 0.35;

  /** Letters are about that much higher than wide. */
  private static final double HEIGHT_TO_WIDTH = 1.4;

  private final List<List<Word>> pages = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private final List<TextPosition> letters = new ArrayList<>();

  /**
   * A word.
   *
   * @param area of the page, in points from the lower left corner of what is visible, before it is
   *     turned; empty for what was answered or noted on it
   */
  record Word(String text, Optional<Rectangle2D> area) {}

  private SeenWords() {
    setSortByPosition(true);
  }

  /** By page; words too small to be read are left out. */
  static List<List<Word>> of(PDDocument document) throws IOException {
    SeenWords words = new SeenWords();
    words.getText(document);
    while (words.pages.size() < document.getNumberOfPages()) {
      words.pages.add(new ArrayList<>());
    }
    return words.pages;
  }

  @Override
  protected void startPage(PDPage page) {
    pages.add(new ArrayList<>());
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    for (TextPosition position : positions) {
      String read = position.getUnicode() == null ? "" : position.getUnicode();
      List<String> words = AccountedWords.words(read);
      if (words.size() == 1) {
        open.append(words.get(0));
        letters.add(position);
      } else {
        endWord();
      }
    }
    endWord();
  }

  private void endWord() {
    if (!letters.isEmpty()) {
      Path2D.Double line = new Path2D.Double();
      double length = 0;
      for (TextPosition letter : letters) {
        double x = letter.getTextMatrix().getTranslateX();
        double y = letter.getTextMatrix().getTranslateY();
        double right = letter.getEndX() - x;
        double up = letter.getEndY() - y;
        length += Math.hypot(right, up);
        double high = HEIGHT_TO_WIDTH;
        add(line, x, y);
        add(line, x + right, y + up);
        add(line, x - up * high, y + right * high);
        add(line, x + right - up * high, y + up + right * high);
      }
      if (length / letters.size() >= NARROWEST) {
        pages.get(pages.size() - 1).add(new Word(open.toString(), Optional.of(line.getBounds2D())));
      }
    }
    open.setLength(0);
    letters.clear();
  }

  private static void add(Path2D.Double line, double x, double y) {
    if (line.getCurrentPoint() == null) {
      line.moveTo(x, y);
    } else {
      line.lineTo(x, y);
    }
  }
}
