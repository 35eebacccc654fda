package io.touchstone.deidentification.cleaning.metadata;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The compressed pixels of one picture of a PNG: unpacks them to see where they end, because what
 * stands behind the last row is seen by nobody.
 */
final class PngPixels implements AutoCloseable {

  /** Unpacked bytes beyond which a picture is refused. */
  private static final long MOST = 1L << 31;

  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private final int depth;
  private final int colours;
  private final boolean interlaced;
  private final long expected;
  private final Inflater inflater = new Inflater();
  private final byte[] unpacked = new byte[65_536];
  private long rows;
  private boolean begun;

  private PngPixels(long width, long height, int depth, int colours, boolean interlaced)
      throws IOException {
    this.depth = depth;
    this.colours = colours;
    this.interlaced = interlaced;
    this.expected = expected(width, height);
    if (width < 1 || height < 1 || expected > MOST) {
      inflater.end();
      throw new IOException("A PNG has no size, or too large a one.");
    }
  }

  /** By the content of the chunk with the size. */
  static PngPixels of(Cursor header) throws IOException {
    long width = header.u32();
    long height = header.u32();
    int depth = header.u8();
    int colours = header.u8();
    boolean known = Integer.bitCount(depth) == 1 && depth <= 16 && colours <= 6 && colours != 5;
    boolean usual = header.u8() == 0 && header.u8() == 0;
    int interlace = header.u8();
    if (!known || colours == 1 || !usual || interlace > 1) {
      throw new IOException("A PNG is of a kind that does not exist.");
    }
    return new PngPixels(width, height, depth, colours, interlace == 1);
  }

  /** Another picture of the same kind, by its width and height. */
  PngPixels ofFrame(Cursor size) throws IOException {
    return new PngPixels(size.u32(), size.u32(), depth, colours, interlaced);
  }

  private int bits() {
    return depth
        * switch (colours) {
          case 2 -> 3;
          case 4 -> 2;
          case 6 -> 4;
          default -> 1;
        };
  }

  private long expected(long width, long height) {
    if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      return Long.MAX_VALUE;
    }
    if (!interlaced) {
      return size(width, height);
    }
    long all = 0;
    for (int[] pass : PASSES) {
      long across = (width - pass[0] + pass[2] - 1) / pass[2];
      long down = (height - pass[1] + pass[3] - 1) / pass[3];
      all = Math.max(all, all + size(across, down));
    }
    return all;
  }

  private long size(long width, long height) {
    if (width <= 0 || height <= 0) {
      return 0;
    }
    long row = 1 + (width * bits() + 7) / 8;
    return row > MOST / height ? Long.MAX_VALUE / 8 : row * height;
  }

  /** Whether some pixels were seen. */
  boolean begun() {
    return begun;
  }

  /** How long the chunk with transparent colours may be; -1 if there must be none. */
  int transparency(int palette, int length) {
    return switch (colours) {
      case 0 -> 2;
      case 2 -> 6;
      case 3 -> Math.min(palette, length);
      default -> -1;
    };
  }

  /**
   * Takes compressed bytes.
   *
   * @return how many of them belong to the pixels
   * @throws IOException if they cannot be unpacked or hold more than the picture
   */
  int accept(byte[] bytes, int start, int length) throws IOException {
    begun = true;
    if (inflater.finished() || length == 0) {
      return 0;
    }
    inflater.setInput(bytes, start, length);
    try {
      while (!inflater.finished() && !inflater.needsInput()) {
        rows += inflater.inflate(unpacked);
        if (rows > expected || inflater.needsDictionary()) {
          throw new IOException("The pixels of a PNG are more than its size says.");
        }
      }
    } catch (DataFormatException e) {
      throw new IOException("The pixels of a PNG cannot be unpacked.", e);
    }
    return length - inflater.getRemaining();
  }

  /** Refuses a picture that was cut. */
  void requireComplete() throws IOException {
    if (!inflater.finished() || rows != expected) {
      throw new IOException("A PNG ends before it is complete.");
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
