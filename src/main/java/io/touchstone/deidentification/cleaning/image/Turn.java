package io.touchstone.deidentification.cleaning.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import io.touchstone.deidentification.cleaning.ObjectType;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

/** How a stored picture has to be turned so that it stands upright (EXIF, tag 274: 1 to 8). */
public final class Turn {

  private static final int UPRIGHT = 1;
  private static final int LAST = 8;

  private Turn() {}

  /** The turns of an object's pictures, at least one; those that are missing are upright. */
  public static int[] of(byte[] object, ObjectType type, int pictures) throws IOException {
    int[] turns = new int[Math.max(1, pictures)];
    Arrays.fill(turns, UPRIGHT);
    if (type == ObjectType.TIFF) {
      ofPages(object, turns);
    } else if (type != ObjectType.GIF) {
      turns[0] = ofStill(object);
    }
    return turns;
  }

  private static int ofStill(byte[] object) throws IOException {
    try {
      for (ExifIFD0Directory directory :
          ImageMetadataReader.readMetadata(new ByteArrayInputStream(object), object.length)
              .getDirectoriesOfType(ExifIFD0Directory.class)) {
        Integer turn = directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
        if (turn != null) {
          return bounded(turn);
        }
      }
      return UPRIGHT;
    } catch (ImageProcessingException e) {
      throw new IOException("What stands beside the pixels cannot be read.");
    }
  }

  private static void ofPages(byte[] object, int[] turns) throws IOException {
    Directory all = new TIFFReader().read(new ByteArrayImageInputStream(object));
    if (all instanceof CompoundDirectory pages) {
      for (int page = 0; page < Math.min(turns.length, pages.directoryCount()); page++) {
        Entry entry = pages.getDirectory(page).getEntryById(ExifDirectoryBase.TAG_ORIENTATION);
        if (entry != null && entry.getValue() instanceof Number turn) {
          turns[page] = bounded(turn.intValue());
        }
      }
    }
  }

  private static int bounded(int turn) {
    return turn >= UPRIGHT && turn <= LAST ? turn : UPRIGHT;
  }

  /** Whether nothing has to be done. */
  static boolean isNone(int turn) {
    return turn == UPRIGHT;
  }

  /** The picture upright, of the same depth and colours; itself if it stands upright. */
  public static BufferedImage upright(BufferedImage image, int turn) {
    if (isNone(turn)) {
      return image;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    boolean lying = turn > 4;
    WritableRaster from = image.getRaster();
    WritableRaster to =
        from.createCompatibleWritableRaster(lying ? height : width, lying ? width : height);
    Object pixel = null;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixel = from.getDataElements(x, y, pixel);
        int across = lying ? y : x;
        int down = lying ? x : y;
        boolean mirrored = turn == 2 || turn == 3 || turn == 6 || turn == 7;
        boolean overhead = turn == 3 || turn == 4 || turn == 7 || turn == 8;
        to.setDataElements(
            mirrored ? to.getWidth() - 1 - across : across,
            overhead ? to.getHeight() - 1 - down : down,
            pixel);
      }
    }
    return new BufferedImage(image.getColorModel(), to, image.isAlphaPremultiplied(), null);
  }
}
