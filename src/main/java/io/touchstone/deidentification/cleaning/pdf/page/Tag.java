package io.touchstone.deidentification.cleaning.pdf.page;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/**
 * What stands in the place of a stretch of redacted letters on one line.
 *
 * @param text empty for the further lines of a stretch
 * @param place from the stretch to the page: x along the line, y up, origin on the base line
 * @param width of the stretch, in points
 * @param size of the letters, in points
 */
public record Tag(String text, AffineTransform place, double width, double size) {

  /**
   * What covers the stretch in a picture of the page: somewhat larger, because readers of scans
   * place letters roughly.
   */
  public Shape box() {
    return place.createTransformedShape(
        new Rectangle2D.Double(-0.2 * size, -0.35 * size, width + 0.4 * size, 1.4 * size));
  }
}
