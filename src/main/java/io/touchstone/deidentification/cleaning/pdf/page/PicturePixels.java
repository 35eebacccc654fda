package io.touchstone.deidentification.cleaning.pdf.page;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Pictures as pixels. */
public final class PicturePixels {

  private PicturePixels() {}

  public static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  /**
   * @throws IOException if it is no picture
   */
  public static BufferedImage read(byte[] picture) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
    if (image == null) {
      throw new IOException("no picture");
    }
    return image;
  }

  public static boolean areSame(BufferedImage one, BufferedImage other) {
    if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
      return false;
    }
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        if ((one.getRGB(x, y) & 0xffffff) != (other.getRGB(x, y) & 0xffffff)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Red, green and blue of each pixel, row by row. */
  public static byte[] samples(BufferedImage image) {
    byte[] samples = new byte[image.getWidth() * image.getHeight() * 3];
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int pixel = image.getRGB(x, y);
        samples[at++] = (byte) (pixel >> 16);
        samples[at++] = (byte) (pixel >> 8);
        samples[at++] = (byte) pixel;
      }
    }
    return samples;
  }
}
