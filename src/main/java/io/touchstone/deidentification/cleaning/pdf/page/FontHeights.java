package io.touchstone.deidentification.cleaning.pdf.page;

import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/**
 * How high the letters of a font are in units of the font's size. That is 1 but for fonts whose
 * letters are drawings (Type 3): they choose their own units, and of a bitmap font the size is
 * often 1 or a fraction of it.
 */
final class FontHeights {

  /** Letters are half as wide as they are high, on an average. */
  private static final double HEIGHT_TO_WIDTH = 2;

  /** Units to the font's size of which most fonts have one or two thousand. */
  private static final double FEWEST_USUAL = 400;

  private static final double MOST_USUAL = 2_500;

  private final Map<COSDictionary, Double> known = new IdentityHashMap<>();

  double of(PDFont font) {
    return font instanceof PDType3Font drawn
        ? known.computeIfAbsent(font.getCOSObject(), unseen -> ofDrawings(drawn))
        : 1;
  }

  private static double ofDrawings(PDType3Font font) {
    double across = Math.abs(font.getFontMatrix().getScalingFactorX());
    double up = Math.abs(font.getFontMatrix().getScalingFactorY());
    if (1 / up >= FEWEST_USUAL && 1 / up <= MOST_USUAL) {
      return 1;
    }
    double byWidth = HEIGHT_TO_WIDTH * meanWidth(font.getCOSObject()) * across;
    PDRectangle box = font.getFontBBox();
    double byBox = box == null ? 0 : Math.abs(box.getHeight()) * up;
    return byWidth > 0 ? byWidth : byBox > 0 ? byBox : 1;
  }

  private static double meanWidth(COSDictionary font) {
    double sum = 0;
    int count = 0;
    if (font.getDictionaryObject(COSName.WIDTHS) instanceof COSArray widths) {
      for (int i = 0; i < widths.size(); i++) {
        if (widths.getObject(i) instanceof COSNumber width && width.floatValue() != 0) {
          sum += Math.abs(width.floatValue());
          count++;
        }
      }
    }
    return count == 0 ? 0 : sum / count;
  }
}
