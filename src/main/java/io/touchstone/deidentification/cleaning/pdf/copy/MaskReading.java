package io.touchstone.deidentification.cleaning.pdf.copy;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.pdf.page.Budget;
import io.touchstone.deidentification.cleaning.pdf.page.PicturePixels;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Looks at masks as at pictures: scanners store the letters of a page as one through which ink is
 * poured.
 */
final class MaskReading {

  private final CleaningTools tools;

  MaskReading(CleaningTools tools) {
    this.tools = tools;
  }

  /** Whether the mask that a picture is, or one that it has, shows what has to be covered. */
  boolean hideText(COSStream picture) throws IOException {
    if (picture.getBoolean(COSName.IMAGE_MASK, false)) {
      return changes(picture);
    }
    for (COSName key : new COSName[] {COSName.SMASK, COSName.MASK}) {
      COSBase mask = picture.getDictionaryObject(key);
      if (mask instanceof COSStream stream && changes(stream)) {
        return true;
      }
    }
    return false;
  }

  private boolean changes(COSStream mask) throws IOException {
    if ((long) mask.getInt(COSName.WIDTH, 0) * mask.getInt(COSName.HEIGHT, 0) > Budget.PIXELS) {
      return true;
    }
    BufferedImage image;
    try {
      PDImageXObject drawn = new PDImageXObject(new PDStream(mask), null);
      image =
          drawn.isStencil()
              ? onWhite(drawn.getStencilImage(Color.BLACK))
              : drawn.getOpaqueImage(null, 1);
    } catch (IOException | RuntimeException e) {
      // What cannot be looked at is looked at where the page shows it.
      return true;
    }
    return !(tools.nested(PicturePixels.png(image)) instanceof Cleaning.Cleaned cleaned)
        || !PicturePixels.areSame(image, PicturePixels.read(cleaned.object()));
  }

  private static BufferedImage onWhite(BufferedImage stencil) {
    BufferedImage image =
        new BufferedImage(stencil.getWidth(), stencil.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = image.createGraphics();
    graphics.drawImage(stencil, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return image;
  }
}
