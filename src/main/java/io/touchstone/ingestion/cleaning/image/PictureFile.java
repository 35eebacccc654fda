package io.touchstone.ingestion.cleaning.image;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import io.touchstone.ingestion.cleaning.ObjectType;
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
final class PictureFile implements AutoCloseable {

  private final ImageReader reader;
  private final ByteArrayImageInputStream bytes;
  private final int count;

  private PictureFile(ImageReader reader, ByteArrayImageInputStream bytes, int count) {
    this.reader = reader;
    this.bytes = bytes;
    this.count = count;
  }

  /** Reads no more than where the pictures begin. */
  static PictureFile open(byte[] object, ObjectType type) throws IOException {
    ImageReader reader = reader(type);
    ByteArrayImageInputStream bytes = new ByteArrayImageInputStream(object);
    try {
      reader.setInput(bytes);
      boolean single = type == ObjectType.JPEG || type == ObjectType.PNG;
      return new PictureFile(reader, bytes, single ? 1 : reader.getNumImages(true));
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
  int count() {
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
    var types = reader.getImageTypes(index);
    if (!types.hasNext()) {
      return CmykJpeg.CHANNELS;
    }
    ImageTypeSpecifier type = types.next();
    int bits = 0;
    for (int band = 0; band < type.getNumBands(); band++) {
      bits += type.getBitsPerBand(band);
    }
    return Math.max(1, bits / 8);
  }

  /** Decodes one as it is stored, not turned. */
  BufferedImage read(int index) throws IOException {
    return reader.getImageTypes(index).hasNext() ? reader.read(index) : CmykJpeg.read(reader);
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
