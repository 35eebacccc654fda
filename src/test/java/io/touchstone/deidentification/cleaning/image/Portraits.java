package io.touchstone.deidentification.cleaning.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Pictures with one face whose place is known. */
public final class Portraits {

  /** Where the astronaut's face is in her portrait of 300 x 300 pixels. */
  private static final Rectangle FACE = new Rectangle(113, 68, 106, 106);

  /** From eyebrows to chin, but for an eighth at every side: must be gone. */
  static final double CORE = .75;

  private Portraits() {}

  public static byte[] bytes(String name) {
    try (InputStream in = Portraits.class.getResourceAsStream("/faces/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static BufferedImage decoded(byte[] object) {
    try {
      return ImageIO.read(new ByteArrayInputStream(object));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A plain picture of that kind with the astronaut at (x, y). */
  static BufferedImage picture(int width, int height, int kind, int x, int y) {
    BufferedImage image = plain(width, height, kind);
    Graphics2D graphics = image.createGraphics();
    graphics.drawImage(decoded(bytes("astronaut.jpg")), x, y, null);
    graphics.dispose();
    return image;
  }

  public static BufferedImage plain(int width, int height, int kind) {
    BufferedImage image = new BufferedImage(width, height, kind);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(0x6f8fa0));
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return image;
  }

  /** The astronaut's face, when her portrait was drawn at (x, y). */
  public static Rectangle face(int x, int y) {
    return new Rectangle(FACE.x + x, FACE.y + y, FACE.width, FACE.height);
  }

  /** The middle of an area. */
  public static Rectangle core(Rectangle area) {
    int less = (int) (area.width * (1 - CORE) / 2);
    return new Rectangle(
        area.x + less, area.y + less, area.width - 2 * less, area.height - 2 * less);
  }

  public static BufferedImage scaled(int side) {
    Image small =
        decoded(bytes("astronaut.jpg")).getScaledInstance(side, side, Image.SCALE_AREA_AVERAGING);
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
    image.createGraphics().drawImage(small, 0, 0, null);
    return image;
  }

  public static byte[] coded(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("No writer for " + format + " takes this picture.");
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Pages or frames; frames of a GIF stay until the next one is drawn over them. */
  public static byte[] sequence(List<BufferedImage> images, String format) {
    ImageWriter writer =
        ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(images.get(0)), format)
            .next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (BufferedImage image : images) {
        IIOMetadata about =
            writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
        if (format.equals("gif")) {
          delay(about);
        }
        writer.writeToSequence(new IIOImage(image, null, about), null);
      }
      writer.endWriteSequence();
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static void delay(IIOMetadata about) throws IOException {
    String format = about.getNativeMetadataFormatName();
    IIOMetadataNode root = (IIOMetadataNode) about.getAsTree(format);
    IIOMetadataNode control =
        (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
    control.setAttribute("disposalMethod", "doNotDispose");
    control.setAttribute("delayTime", "7");
    about.setFromTree(format, root);
  }
}
