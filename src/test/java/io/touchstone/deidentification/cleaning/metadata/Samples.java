package io.touchstone.deidentification.cleaning.metadata;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/** Small pictures without metadata, and how a viewer sees them. */
public final class Samples {

  private Samples() {}

  /** A picture with slopes and edges of that kind. */
  public static BufferedImage picture(int width, int height, int kind) {
    BufferedImage image = new BufferedImage(width, height, kind);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.GREEN.darker());
    graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
    graphics.dispose();
    return image;
  }

  public static byte[] jpeg(boolean progressive) {
    return write("jpeg", List.of(picture(61, 45, BufferedImage.TYPE_INT_RGB)), progressive, "");
  }

  public static byte[] greyJpeg() {
    return write("jpeg", List.of(picture(33, 20, BufferedImage.TYPE_BYTE_GRAY)), false, "");
  }

  public static byte[] png(int kind, boolean interlaced) {
    return write("png", List.of(picture(41, 37, kind)), interlaced, "");
  }

  public static byte[] gif(int frames) {
    return write("gif", pages(frames, BufferedImage.TYPE_BYTE_INDEXED), false, "");
  }

  /** Pages of that compression, as ImageIO names it. */
  public static byte[] tiff(int pages, String compression) {
    boolean fax = compression.startsWith("CCITT");
    int kind = fax ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_INT_RGB;
    return write("tiff", pages(pages, kind), false, compression);
  }

  /** Lossless, 16 colours at most, by hand: simple codes of one bit for each channel. */
  public static byte[] webp(int width, int height) {
    return riffWebp("VP8L", vp8l(width, height, 1));
  }

  /** One picture of a WebP, without its chunk. */
  static byte[] vp8l(int width, int height, int seed) {
    Bits bits = new Bits();
    bits.put(0x2f, 8).put(width - 1, 14).put(height - 1, 14).put(0, 1).put(0, 3).put(0, 3);
    int[][] values = {{20, 200}, {40, 220}, {60, 240}};
    for (int[] pair : values) {
      bits.put(1, 1).put(1, 1).put(1, 1).put(pair[0], 8).put(pair[1], 8);
    }
    bits.put(1, 1).put(0, 1).put(1, 1).put(255, 8);
    bits.put(1, 1).put(0, 1).put(0, 1).put(0, 1);
    java.util.Random random = new java.util.Random(seed);
    for (int i = 0; i < width * height; i++) {
      bits.put(random.nextInt(8), 3);
    }
    return bits.bytes();
  }

  static byte[] riffWebp(String name, byte[] content) {
    Sink sink = new Sink(true, 64).ascii("WEBP").ascii(name).u32(content.length).put(content);
    byte[] chunks = sink.zeros(content.length & 1).toBytes();
    return new Sink(true, 64).ascii("RIFF").u32(chunks.length).put(chunks).toBytes();
  }

  /** Lossy, of one pixel. */
  public static byte[] lossyWebp() {
    return Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
  }

  private static List<BufferedImage> pages(int count, int kind) {
    List<BufferedImage> pages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pages.add(picture(40 + 8 * i, 32 + i, kind));
    }
    return pages;
  }

  private static byte[] write(
      String format, List<BufferedImage> images, boolean progressive, String compression) {
    ImageWriter writer =
        ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(images.get(0)), format)
            .next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    if (progressive) {
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    if (!compression.isEmpty()) {
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType(compression);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      if (images.size() == 1) {
        writer.write(null, new IIOImage(images.get(0), null, null), param);
      } else {
        writer.prepareWriteSequence(null);
        for (BufferedImage image : images) {
          writer.writeToSequence(new IIOImage(image, null, null), param);
        }
        writer.endWriteSequence();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Every picture of an object as 32-bit colours, row by row, with width and height. */
  public static List<List<Integer>> pixels(byte[] object) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(object))) {
      ImageReader reader = ImageIO.getImageReaders(in).next();
      reader.setInput(in, false, true);
      List<List<Integer>> pages = new ArrayList<>();
      int count = reader.getNumImages(true);
      for (int page = 0; page < count; page++) {
        pages.add(pixels(reader.read(page)));
      }
      reader.dispose();
      return pages;
    }
  }

  private static List<Integer> pixels(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    List<Integer> all = new ArrayList<>(List.of(width, height));
    for (int pixel : image.getRGB(0, 0, width, height, null, 0, width)) {
      all.add(pixel);
    }
    return all;
  }

  /** Bits from the least significant on. */
  private static final class Bits {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int open;
    private int count;

    Bits put(int value, int width) {
      for (int i = 0; i < width; i++) {
        open |= (value >> i & 1) << count++;
        if (count == 8) {
          bytes.write(open);
          open = 0;
          count = 0;
        }
      }
      return this;
    }

    byte[] bytes() {
      byte[] whole = bytes.toByteArray();
      byte[] all = java.util.Arrays.copyOf(whole, whole.length + 2);
      all[whole.length] = (byte) open;
      return all;
    }
  }
}
