package io.touchstone.ingestion.cleaning.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReader;
import org.w3c.dom.NodeList;

/**
 * A JPEG of four colours, as printers want them. Adobe's programs store them inverted (Adobe
 * Technical Note 5116), and the Java runtime leaves them as they are stored.
 */
final class CmykJpeg {

  static final int CHANNELS = 4;

  private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

  private CmykJpeg() {}

  /** Decodes it to red, green and blue, without a colour profile. */
  static BufferedImage read(ImageReader reader) throws IOException {
    Raster raster = reader.readRaster(0, null);
    if (raster.getNumBands() != CHANNELS) {
      throw new IOException("A JPEG has colours that are not known.");
    }
    int transform = transform(reader);
    BufferedImage image =
        new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    int[] row = new int[CHANNELS * raster.getWidth()];
    int[] rgb = new int[raster.getWidth()];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, raster.getWidth(), 1, row);
      for (int x = 0; x < rgb.length; x++) {
        rgb[x] = rgb(row, CHANNELS * x, transform);
      }
      image.setRGB(0, y, rgb.length, 1, rgb, 0, rgb.length);
    }
    return image;
  }

  /** -1 without Adobe's mark, otherwise what it says: 0 as stored, 2 with luminance apart. */
  private static int transform(ImageReader reader) throws IOException {
    org.w3c.dom.Element root = (org.w3c.dom.Element) reader.getImageMetadata(0).getAsTree(FORMAT);
    NodeList marks = root.getElementsByTagName("app14Adobe");
    return marks.getLength() == 0
        ? -1
        : Integer.parseInt(((org.w3c.dom.Element) marks.item(0)).getAttribute("transform"));
  }

  private static int rgb(int[] row, int at, int transform) {
    int first = row[at];
    int second = row[at + 1];
    int third = row[at + 2];
    if (transform == 2) {
      // ITU-T T.871: luminance and two differences of colour.
      int luminance = first;
      int blue = second - 128;
      int red = third - 128;
      first = bound(luminance + 1.402 * red);
      second = bound(luminance - .344136 * blue - .714136 * red);
      third = bound(luminance + 1.772 * blue);
    }
    int key = row[at + 3];
    boolean inverted = transform >= 0;
    return mixed(first, key, inverted) << 16
        | mixed(second, key, inverted) << 8
        | mixed(third, key, inverted);
  }

  private static int mixed(int ink, int key, boolean inverted) {
    return inverted ? ink * key / 255 : (255 - ink) * (255 - key) / 255;
  }

  private static int bound(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
