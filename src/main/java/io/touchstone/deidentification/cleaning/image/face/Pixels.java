package io.touchstone.deidentification.cleaning.image.face;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** Pixels of a decoded picture of any depth and colours, as the networks want them. */
public final class Pixels {

  private final BufferedImage image;
  private final WritableRaster raster;
  private final ColorModel colours;
  private final boolean plain;

  public Pixels(BufferedImage image) {
    this.image = image;
    this.raster = image.getRaster();
    this.colours = image.getColorModel();
    this.plain = arePlain(colours);
  }

  /** Whether samples are whole numbers of grey or of red, green, blue, with or without alpha. */
  public static boolean arePlain(ColorModel colours) {
    int space = colours.getColorSpace().getType();
    int depth = colours.getTransferType();
    return colours instanceof ComponentColorModel
        && (space == ColorSpace.TYPE_GRAY || space == ColorSpace.TYPE_RGB)
        && (depth == DataBuffer.TYPE_BYTE || depth == DataBuffer.TYPE_USHORT);
  }

  /**
   * What lies in the pixels, even where alpha hides it; to be released by the caller.
   *
   * @return three bytes a pixel, blue first
   */
  public Mat asStored() {
    return copy(false);
  }

  /** Whether some pixel lets through what is behind it. */
  public boolean letThrough() {
    if (!colours.hasAlpha()) {
      return false;
    }
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int pixel : row) {
        if (pixel >>> 24 < 255) {
          return true;
        }
      }
    }
    return false;
  }

  /** As a person sees it on white; to be released by the caller. */
  public Mat onWhite() {
    return copy(true);
  }

  private Mat copy(boolean white) {
    int width = image.getWidth();
    Mat bgr = new Mat(image.getHeight(), width, CvType.CV_8UC3);
    if (isStoredSo()) {
      bgr.put(0, 0, ((DataBufferByte) raster.getDataBuffer()).getData());
      return bgr;
    }
    byte[] row = new byte[3 * width];
    int[] samples = new int[width * Math.max(4, raster.getNumBands())];
    int[] palette = palette();
    for (int y = 0; y < image.getHeight(); y++) {
      if (white) {
        shown(y, samples, row);
      } else if (palette.length > 0) {
        raster.getPixels(0, y, width, 1, samples);
        for (int x = 0; x < width; x++) {
          put(row, x, palette[samples[x]]);
        }
      } else if (plain) {
        raster.getPixels(0, y, width, 1, samples);
        fromSamples(samples, row);
      } else {
        image.getRGB(0, y, width, 1, samples, 0, width);
        for (int x = 0; x < width; x++) {
          put(row, x, samples[x]);
        }
      }
      bgr.put(y, 0, row);
    }
    return bgr;
  }

  /** As a photo mostly is decoded. */
  private boolean isStoredSo() {
    return image.getType() == BufferedImage.TYPE_3BYTE_BGR
        && raster.getParent() == null
        && raster.getDataBuffer().getSize() == 3 * image.getWidth() * image.getHeight();
  }

  private int[] palette() {
    if (!(colours instanceof IndexColorModel indexed)) {
      return new int[0];
    }
    int[] palette = new int[1 << indexed.getPixelSize()];
    int[] known = new int[indexed.getMapSize()];
    indexed.getRGBs(known);
    System.arraycopy(known, 0, palette, 0, Math.min(known.length, palette.length));
    return palette;
  }

  private void fromSamples(int[] samples, byte[] row) {
    int bands = raster.getNumBands();
    int shift = colours.getComponentSize(0) - 8;
    boolean grey = bands < 3;
    for (int x = 0, at = 0; x < row.length; x += 3, at += bands) {
      row[x] = (byte) (samples[grey ? at : at + 2] >> shift);
      row[x + 1] = (byte) (samples[grey ? at : at + 1] >> shift);
      row[x + 2] = (byte) (samples[at] >> shift);
    }
  }

  private void shown(int y, int[] samples, byte[] row) {
    int width = image.getWidth();
    image.getRGB(0, y, width, 1, samples, 0, width);
    for (int x = 0; x < width; x++) {
      int alpha = samples[x] >>> 24;
      int pixel = 0;
      for (int shift = 0; shift <= 16; shift += 8) {
        int seen = ((samples[x] >> shift & 255) * alpha + 255 * (255 - alpha)) / 255;
        pixel |= seen << shift;
      }
      put(row, x, pixel);
    }
  }

  private static void put(byte[] row, int x, int rgb) {
    row[3 * x] = (byte) rgb;
    row[3 * x + 1] = (byte) (rgb >> 8);
    row[3 * x + 2] = (byte) (rgb >> 16);
  }
}
