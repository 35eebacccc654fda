package io.touchstone.deidentification.cleaning.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A page before and after cleaning, drawn alike.
 *
 * @param toPixels from the page, in points from the lower left corner of what is visible, to both
 *     pictures
 */
record PageLooks(BufferedImage before, BufferedImage after, AffineTransform toPixels) {

  /** PicturePixels to a point. */
  private static final double SCALE = 1.5;

  /** A poster is drawn smaller. */
  private static final double MOST_PIXELS = 4_000_000;

  /** Two shades of grey, of 256, that nobody takes for the same. */
  private static final int OTHER = 40;

  /** Share of the pixels of a word that its strokes take at least. */
  private static final double STROKES = 0.03;

  static PageLooks of(PDDocument before, PDDocument after, int number) throws IOException {
    PDPage page = before.getPage(number);
    PDRectangle visible = page.getCropBox();
    double area = Math.max(1.0, (double) visible.getWidth() * visible.getHeight());
    double scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / area));
    BufferedImage one = drawn(before, number, scale);
    BufferedImage other = drawn(after, number, scale);
    AffineTransform toPixels = AffineTransform.getTranslateInstance(0, one.getHeight());
    toPixels.scale(scale, -scale);
    toPixels.concatenate(turn(visible, Math.floorMod(page.getRotation(), 360)));
    return new PageLooks(one, other, toPixels);
  }

  private static BufferedImage drawn(PDDocument document, int number, double scale)
      throws IOException {
    return new PDFRenderer(document).renderImage(number, (float) scale, ImageType.GRAY);
  }

  private static AffineTransform turn(PDRectangle visible, int rotation) {
    return switch (rotation) {
      case 90 -> new AffineTransform(0, -1, 1, 0, 0, visible.getWidth());
      case 180 -> new AffineTransform(-1, 0, 0, -1, visible.getWidth(), visible.getHeight());
      case 270 -> new AffineTransform(0, 1, -1, 0, visible.getHeight(), 0);
      default -> new AffineTransform();
    };
  }

  /** Whether something was there that is not there any more. */
  boolean differ(Rectangle2D area) {
    Rectangle2D pixels = toPixels.createTransformedShape(area).getBounds2D();
    int left = (int) Math.floor(pixels.getMinX());
    int right = (int) Math.ceil(pixels.getMaxX());
    int top = (int) Math.floor(pixels.getMinY());
    int bottom = (int) Math.ceil(pixels.getMaxY());
    int all = 0;
    int other = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        if (isIn(before, x, y)) {
          all++;
          int was = before.getRaster().getSample(x, y, 0);
          int is = isIn(after, x, y) ? after.getRaster().getSample(x, y, 0) : 255;
          other += Math.abs(was - is) >= OTHER ? 1 : 0;
        }
      }
    }
    return all > 0 && other >= Math.max(2, STROKES * all);
  }

  private static boolean isIn(BufferedImage picture, int x, int y) {
    return x >= 0 && y >= 0 && x < picture.getWidth() && y < picture.getHeight();
  }
}
