package io.touchstone.deidentification.cleaning.image.face;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces rectangles of one object's pixels, what lies under full transparency included. Noise
 * comes from AES in counter mode under a key made of the object: the same object gives the same
 * bytes, and who has not the object cannot take the noise off.
 */
public final class FaceCover {

  private static final int BLACK = 0xff000000;
  private static final int SQUARES = 4;

  /** Standard deviation of the noise, of 255. */
  private static final double NOISE = 60;

  /** Standard deviation of the sum of four even bytes: sqrt(4 (256^2 - 1) / 12). */
  private static final double OF_FOUR_BYTES = Math.sqrt(4 * (256. * 256 - 1) / 12);

  private final Obfuscation how;
  private final Cipher noise;

  public FaceCover(Obfuscation how, byte[] object) {
    this.how = how;
    try {
      byte[] key = MessageDigest.getInstance("SHA-256").digest(object);
      noise = Cipher.getInstance("AES/CTR/NoPadding");
      noise.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The Java runtime lacks AES.", e);
    }
  }

  /** Changes the pixels of the area, which lies within the picture. */
  public void cover(BufferedImage image, Rectangle area) {
    if (area.isEmpty()) {
      return;
    }
    // A picture of few colours has none for noise.
    if (how == Obfuscation.NOISE && Pixels.arePlain(image.getColorModel())) {
      noise(image, area);
    } else {
      fill(image.getRaster(), area, opaque(image.getColorModel()));
    }
  }

  private static void fill(WritableRaster raster, Rectangle area, Object pixel) {
    for (int y = area.y; y < area.y + area.height; y++) {
      for (int x = area.x; x < area.x + area.width; x++) {
        raster.setDataElements(x, y, pixel);
      }
    }
  }

  /** Black, or the nearest to it that lets nothing through. */
  private static Object opaque(ColorModel colours) {
    if (colours instanceof IndexColorModel indexed) {
      return darkest(indexed);
    }
    return colours.getDataElements(BLACK, null);
  }

  private static Object darkest(IndexColorModel colours) {
    int best = 0;
    for (int i = 1; i < colours.getMapSize(); i++) {
      best = light(colours, i) < light(colours, best) ? i : best;
    }
    return colours.getTransferType() == DataBuffer.TYPE_BYTE
        ? new byte[] {(byte) best}
        : new short[] {(short) best};
  }

  private static int light(IndexColorModel colours, int index) {
    int transparent = 1000 * (255 - colours.getAlpha(index));
    return transparent + colours.getRed(index) + colours.getGreen(index) + colours.getBlue(index);
  }

  private void noise(BufferedImage image, Rectangle area) {
    for (int row = 0; row < SQUARES; row++) {
      for (int column = 0; column < SQUARES; column++) {
        int left = area.x + area.width * column / SQUARES;
        int top = area.y + area.height * row / SQUARES;
        int right = area.x + area.width * (column + 1) / SQUARES;
        int bottom = area.y + area.height * (row + 1) / SQUARES;
        if (right > left && bottom > top) {
          square(image, new Rectangle(left, top, right - left, bottom - top));
        }
      }
    }
  }

  private void square(BufferedImage image, Rectangle area) {
    WritableRaster raster = image.getRaster();
    int bands = raster.getNumBands();
    int most = (1 << image.getColorModel().getComponentSize(0)) - 1;
    int[] samples = raster.getPixels(area.x, area.y, area.width, area.height, (int[]) null);
    double[] means = new double[bands];
    for (int i = 0; i < samples.length; i++) {
      means[i % bands] += (double) samples[i] * bands / samples.length;
    }
    boolean alpha = image.getColorModel().hasAlpha();
    byte[] random = noise.update(new byte[4 * samples.length]);
    for (int i = 0; i < samples.length; i++) {
      int band = i % bands;
      double value = alpha && band == bands - 1 ? most : means[band] + deviation(random, i) * most;
      samples[i] = (int) Math.max(0, Math.min(most, Math.round(value)));
    }
    Arrays.fill(random, (byte) 0);
    raster.setPixels(area.x, area.y, area.width, area.height, samples);
  }

  /** Nearly normal, as part of the whole range. */
  private static double deviation(byte[] random, int number) {
    int sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += random[4 * number + i] & 255;
    }
    return (sum - 4 * 127.5) / OF_FOUR_BYTES * NOISE / 255;
  }
}
