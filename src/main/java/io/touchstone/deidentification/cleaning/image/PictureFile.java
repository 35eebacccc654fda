package io.touchstone.deidentification.cleaning.image;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import io.touchstone.deidentification.cleaning.ObjectType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;

/**
 * A file of one or several pictures, decoded one at a time and in memory alone. Any exception while
 * it is read means that it cannot be read.
 */
public final class PictureFile implements AutoCloseable {

  static {
    // Decoders of embedded streams would put raw pixels into temporary files.
    ImageIO.setUseCache(false);
  }

  private final ImageReader reader;
  private final int count;
  private final int inks;

  private PictureFile(ImageReader reader, int count, int inks) {
    this.reader = reader;
    this.count = count;
    this.inks = inks;
  }

  /** Reads no more than where the pictures begin. */
  public static PictureFile open(byte[] object, ObjectType type) throws IOException {
    ImageReader reader = reader(type);
    try {
      // A damaged note beside the pixels of a PNG is no reason to refuse it: notes go.
      boolean ignoreNotes = type == ObjectType.PNG;
      reader.setInput(new ByteArrayImageInputStream(object), false, ignoreNotes);
      boolean single = type == ObjectType.JPEG || type == ObjectType.PNG;
      int inks = type == ObjectType.JPEG ? CmykJpeg.transform(object) : CmykJpeg.OTHER;
      return new PictureFile(reader, single ? 1 : reader.getNumImages(true), inks);
    } catch (IOException | RuntimeException e) {
      reader.dispose();
      throw e;
    }
  }

  private static ImageReader reader(ObjectType type) throws IOException {
    return switch (type) {
      case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
      case TIFF -> new TIFFImageReaderSpi().createReaderInstance(null);
      case JPEG, PNG, GIF -> ImageIO.getImageReadersByFormatName(type.extension()).next();
      default -> throw new IllegalArgumentException(type + " is no picture.");
    };
  }

  /** How many pictures there are, without previews. */
  public int count() {
    return count;
  }

  int width(int index) throws IOException {
    return reader.getWidth(index);
  }

  int height(int index) throws IOException {
    return reader.getHeight(index);
  }

  /** Bytes of a pixel when it is decoded. */
  int depth(int index) throws IOException {
    if (inks != CmykJpeg.OTHER) {
      return CmykJpeg.CHANNELS + 3;
    }
    ImageTypeSpecifier type = reader.getImageTypes(index).next();
    int bits = 0;
    for (int band = 0; band < type.getNumBands(); band++) {
      bits += type.getBitsPerBand(band);
    }
    return Math.max(1, bits / 8);
  }

  /** Decodes one as it is stored, not turned. */
  public BufferedImage read(int index) throws IOException {
    return inks == CmykJpeg.OTHER ? reader.read(index) : CmykJpeg.read(reader, inks);
  }

  /** What the file says of one picture. */
  IIOMetadata metadata(int index) throws IOException {
    return reader.getImageMetadata(index);
  }

  /** What the file says of all pictures. */
  IIOMetadata metadata() throws IOException {
    return reader.getStreamMetadata();
  }

  @Override
  public void close() {
    reader.dispose();
  }
}
