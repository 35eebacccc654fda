package io.touchstone.deidentification.cleaning.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReader;

/**
 * A JPEG of four colours, as printers want them. Adobe's programs store them inverted (Adobe
 * Technical Note 5116), and the Java runtime leaves them as they are stored.
 */
final class CmykJpeg {

  static final int CHANNELS = 4;

  /** Of {@link #transform}: the picture has other colours. */
  static final int OTHER = -2;

  private static final int UNMARKED = -1;
  private static final int APP14 = 0xee;
  private static final int SCAN = 0xda;

  private CmykJpeg() {}

  /**
   * How four colours are stored.
   *
   * @return 0 or 2, with luminance apart, as Adobe's mark says; -1 without the mark; {@link #OTHER}
   *     if there are not four colours
   */
  static int transform(byte[] jpeg) {
    int transform = UNMARKED;
    int place = 2;
    while (place + 18 < jpeg.length && (jpeg[place] & 255) == 255) {
      int marker = jpeg[place + 1] & 255;
      if (marker == APP14 && jpeg[place + 4] == 'A' && jpeg[place + 5] == 'd') {
        transform = jpeg[place + 15] & 255;
      } else if (marker == SCAN) {
        return OTHER;
      } else if (beginsFrame(marker)) {
        return jpeg[place + 9] == CHANNELS ? transform : OTHER;
      }
      place += 2 + ((jpeg[place + 2] & 255) << 8) + (jpeg[place + 3] & 255);
    }
    return OTHER;
  }

  private static boolean beginsFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  /**
   * Decodes it to red, green and blue, without a colour profile.
   *
   * @param transform as above, not {@link #OTHER}
   */
  static BufferedImage read(ImageReader reader, int transform) throws IOException {
    Raster raster = reader.readRaster(0, null);
    if (raster.getNumBands() != CHANNELS) {
      throw new IOException("A JPEG has colours that are not known.");
    }
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
