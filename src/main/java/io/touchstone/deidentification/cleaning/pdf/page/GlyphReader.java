package io.touchstone.deidentification.cleaning.pdf.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.PDTextState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Reads the letters of a string and moves the pen (ISO 32000-1, 9.4.4). */
final class GlyphReader {

  /** Letters lower than that, in points, are there to be found, not to be read. */
  private static final double LOWEST = 0.8;

  private final Budget budget;
  private final FontHeights heights = new FontHeights();
  private PageReading reading;
  private PDRectangle page;

  GlyphReader(Budget budget) {
    this.budget = budget;
  }

  void start(PageReading next, PDRectangle visible) {
    reading = next;
    page = visible;
  }

  /**
   * @param engine whose state tells font and place; its text matrix is moved
   * @param off whether optional content is switched off
   */
  List<Glyph> read(byte[] string, PDFStreamEngine engine, boolean off) throws IOException {
    PDGraphicsState state = engine.getGraphicsState();
    PDTextState text = state.getTextState();
    PDFont font = text.getFont();
    float size = text.getFontSize();
    float stretch = text.getHorizontalScaling() / 100f;
    Matrix parameters = new Matrix(size * stretch, 0, 0, size, 0, text.getRise());
    List<Glyph> glyphs = new ArrayList<>(string.length);
    ByteArrayInputStream in = new ByteArrayInputStream(string);
    while (in.available() > 0) {
      budget.glyph();
      int before = in.available();
      int code = font.readCode(in);
      int bytes = before - in.available();
      boolean vertical = font.isVertical();
      float spacing =
          text.getCharacterSpacing() + (bytes == 1 && code == 32 ? text.getWordSpacing() : 0);
      Matrix matrix =
          parameters
              .multiply(engine.getTextMatrix())
              .multiply(state.getCurrentTransformationMatrix());
      if (vertical) {
        matrix.translate(font.getPositionVector(code));
      }
      Vector displacement = font.getDisplacement(code);
      float width = vertical ? displacement.getY() : displacement.getX();
      float advance = size == 0 ? 0 : (width + spacing / size) * 1000;
      Optional<String> letters = letters(font, code);
      Glyph glyph =
          new Glyph(
              font.getCOSObject(),
              code,
              bytes,
              letters.orElse(""),
              matrix,
              advance,
              width,
              heights.of(font),
              vertical,
              reading.glyphs.size());
      judge(glyph, letters.isPresent(), isInvisible(state, font), off);
      reading.glyphs.add(glyph);
      glyphs.add(glyph);
      float along = width * size + spacing;
      engine.getTextMatrix().translate(vertical ? 0 : along * stretch, vertical ? along : 0);
    }
    return glyphs;
  }

  private void judge(Glyph glyph, boolean readable, boolean invisible, boolean off) {
    if (off || glyph.size() < LOWEST || isOutside(glyph)) {
      glyph.become(Glyph.Fate.HIDDEN);
    } else if (invisible) {
      glyph.become(Glyph.Fate.HIDDEN);
      if (readable) {
        reading.invisible.add(glyph);
      }
    } else if (!readable) {
      glyph.become(Glyph.Fate.UNREADABLE);
    }
  }

  /** Letters that are drawings are painted in whatever mode (ISO 32000-1, 9.6.5). */
  private static boolean isInvisible(PDGraphicsState state, PDFont font) {
    RenderingMode mode = state.getTextState().getRenderingMode();
    return mode == RenderingMode.NEITHER && !(font instanceof PDType3Font)
        || mode == RenderingMode.FILL && state.getNonStrokeAlphaConstant() == 0;
  }

  private boolean isOutside(Glyph glyph) {
    double reach = glyph.size() + glyph.length();
    return glyph.x() + reach < page.getLowerLeftX()
        || glyph.x() - reach > page.getUpperRightX()
        || glyph.y() + reach < page.getLowerLeftY()
        || glyph.y() - reach > page.getUpperRightY();
  }

  /** Empty if nobody can tell which letters the glyph stands for. */
  private static Optional<String> letters(PDFont font, int code) {
    String letters;
    try {
      letters = font.toUnicode(code);
    } catch (RuntimeException e) {
      return Optional.empty();
    }
    if (letters == null || letters.isEmpty() || letters.length() > 16) {
      return Optional.empty();
    }
    return letters.codePoints().allMatch(GlyphReader::isLetter)
        ? Optional.of(plain(letters))
        : Optional.empty();
  }

  /** Ligatures and the forms of Arabic letters as the letters that they are. */
  private static String plain(String letters) {
    char first = letters.charAt(0);
    boolean form = first >= 0xFB00 && first <= 0xFDFF || first >= 0xFE70 && first <= 0xFEFF;
    return form ? Normalizer.normalize(letters, Normalizer.Form.NFKC) : letters;
  }

  private static boolean isLetter(int c) {
    int kind = Character.getType(c);
    return c == '\t'
        || c != 0xFFFD
            && kind != Character.PRIVATE_USE
            && kind != Character.UNASSIGNED
            && kind != Character.SURROGATE
            && kind != Character.CONTROL;
  }
}
