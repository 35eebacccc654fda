package io.touchstone.deidentification.cleaning.image;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures of spots on a gradient, as different from one another as photographs are. */
public final class DrawnPictures {

  private DrawnPictures() {}

  /** Another one for each number, 480 x 360. */
  public static BufferedImage scene(int number) {
    Random random = new Random(number);
    BufferedImage image = new BufferedImage(480, 360, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = image.createGraphics();
    pen.setPaint(
        new GradientPaint(
            random.nextInt(480), 0, colour(random), random.nextInt(480), 360, colour(random)));
    pen.fillRect(0, 0, 480, 360);
    for (int spot = 0; spot < 40; spot++) {
      pen.setColor(colour(random));
      int side = 30 + random.nextInt(120);
      pen.fillOval(random.nextInt(480) - side / 2, random.nextInt(360) - side / 2, side, side);
    }
    pen.dispose();
    return image;
  }

  private static Color colour(Random random) {
    return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  /** As a JPEG of that quality, 0 to 1. */
  public static byte[] jpeg(BufferedImage image, float quality) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The part from (x, y) on, drawn in another size. */
  public static BufferedImage part(
      BufferedImage image, int x, int y, int width, int height, int newWidth, int newHeight) {
    BufferedImage drawn = new BufferedImage(newWidth, newHeight, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = drawn.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(image.getSubimage(x, y, width, height), 0, 0, newWidth, newHeight, null);
    pen.dispose();
    return drawn;
  }
}
