package io.touchstone.deidentification.cleaning.image;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageWriterSpi;
import io.touchstone.deidentification.cleaning.image.face.Pixels;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Codes pictures anew, in memory alone. */
public final class PictureWriter implements AutoCloseable {

  private static final float JPEG_QUALITY = .95f;

  private final ImageWriter writer;
  private final ImageWriteParam param;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ImageOutputStream out = new MemoryCacheImageOutputStream(bytes);

  private PictureWriter(ImageWriter writer) {
    this.writer = writer;
    this.param = writer.getDefaultWriteParam();
    writer.setOutput(out);
  }

  /** One picture without transparency, at quality .95. */
  public static byte[] jpeg(BufferedImage image) throws IOException {
    try (PictureWriter jpeg = new PictureWriter(standard("jpeg"))) {
      jpeg.param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      jpeg.param.setCompressionQuality(JPEG_QUALITY);
      jpeg.writer.write(null, new IIOImage(image, null, null), jpeg.param);
      return jpeg.written();
    }
  }

  /** One picture, each pixel as it is. */
  public static byte[] png(BufferedImage image) throws IOException {
    try (PictureWriter png = new PictureWriter(standard("png"))) {
      png.writer.write(null, new IIOImage(image, null, null), png.param);
      return png.written();
    }
  }

  /** Pages, each pixel as it is. */
  public static PictureWriter tiff() throws IOException {
    PictureWriter tiff = new PictureWriter(new TIFFImageWriterSpi().createWriterInstance(null));
    tiff.param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    tiff.param.setCompressionType("Deflate");
    tiff.writer.prepareWriteSequence(null);
    return tiff;
  }

  /**
   * Frames with their colours, delays and places.
   *
   * @param all what the file says of all frames
   */
  static PictureWriter gif(IIOMetadata all) throws IOException {
    PictureWriter gif = new PictureWriter(standard("gif"));
    gif.writer.prepareWriteSequence(all);
    return gif;
  }

  private static ImageWriter standard(String format) {
    return ImageIO.getImageWritersByFormatName(format).next();
  }

  /** The next page. */
  public void add(BufferedImage image) throws IOException {
    writer.writeToSequence(new IIOImage(ordinary(image), null, null), param);
  }

  /** The next frame with what its file says of it. */
  public void add(BufferedImage image, IIOMetadata about) throws IOException {
    writer.writeToSequence(new IIOImage(image, null, about), param);
  }

  /** All that was added. */
  public byte[] pages() throws IOException {
    writer.endWriteSequence();
    return written();
  }

  private byte[] written() throws IOException {
    out.flush();
    out.close();
    return bytes.toByteArray();
  }

  /** Inks and fractions become red, green and blue, which every viewer knows. */
  private static BufferedImage ordinary(BufferedImage image) {
    if (image.getColorModel() instanceof IndexColorModel
        || Pixels.arePlain(image.getColorModel())) {
      return image;
    }
    BufferedImage rgb =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = rgb.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return rgb;
  }

  @Override
  public void close() {
    writer.dispose();
  }
}
