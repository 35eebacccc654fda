package io.touchstone.deidentification.cleaning.metadata;

import java.io.IOException;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The coded pixels of a strip or tile, cut where they end if the code says where. */
final class TiffPixels {

  private static final int RAW = 1;
  private static final int JPEG = 7;
  private static final int PACKED_BITS = 32_773;
  private static final Set<Integer> DEFLATE = Set.of(8, 32_946);

  /** Fax codes and LZW: where they end only a full decoder knows. */
  private static final Set<Integer> WHOLE = Set.of(2, 3, 4, 5);

  /** Unpacked bytes beyond which a page is refused. */
  private static final long MOST = 1L << 31;

  private final int compression;
  private final byte[] unpacked = new byte[8192];
  private long all;

  TiffPixels(int compression) throws IOException {
    boolean known = compression == RAW || compression == JPEG || compression == PACKED_BITS;
    if (!known && !DEFLATE.contains(compression) && !WHOLE.contains(compression)) {
      throw new IOException("The pixels of a TIFF are coded in a way that is not kept.");
    }
    this.compression = compression;
  }

  boolean isJpeg() {
    return compression == JPEG;
  }

  /** The bytes of a part that are pixels. */
  byte[] kept(Cursor coded, TiffLayout layout, int part) throws IOException {
    byte[] bytes = coded.take(coded.left());
    if (compression == JPEG) {
      return JpegStripper.abbreviated(bytes).object();
    }
    int length = bytes.length;
    long expected = layout.unpacked(part);
    if (compression == RAW) {
      length = (int) Math.min(length, expected);
    } else if (compression == PACKED_BITS) {
      length = packedBits(bytes, expected);
    } else if (DEFLATE.contains(compression)) {
      length = deflated(bytes, layout.largest());
    }
    return java.util.Arrays.copyOf(bytes, length);
  }

  private static int packedBits(byte[] bytes, long expected) {
    int place = 0;
    long seen = 0;
    while (place < bytes.length && seen < expected) {
      int head = bytes[place];
      if (head >= 0) {
        place += head + 2;
        seen += head + 1;
      } else {
        place += head == -128 ? 1 : 2;
        seen += head == -128 ? 0 : 1 - head;
      }
    }
    return Math.min(place, bytes.length);
  }

  /** Some writers fill up the last strip; more than a strip is no pixels. */
  private int deflated(byte[] bytes, long most) throws IOException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes);
      long seen = 0;
      while (!inflater.finished()) {
        int more = inflater.inflate(unpacked);
        seen += more;
        all += more;
        if (more == 0 && !inflater.finished() || all > MOST) {
          throw new IOException("The pixels of a TIFF cannot be unpacked.");
        }
        if (seen > most) {
          throw new IOException("The pixels of a TIFF are more than its size says.");
        }
      }
      return bytes.length - inflater.getRemaining();
    } catch (DataFormatException e) {
      throw new IOException("The pixels of a TIFF cannot be unpacked.", e);
    } finally {
      inflater.end();
    }
  }
}
