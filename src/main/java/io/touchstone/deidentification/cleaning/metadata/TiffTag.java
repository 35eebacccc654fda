package io.touchstone.deidentification.cleaning.metadata;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * One tag of a TIFF page.
 *
 * @param type of each value: 3 and 4 are whole numbers of two and four bytes, 5 fractions, 7 bytes
 * @param count of values
 * @param content the values in the order of bytes of the file
 */
record TiffTag(int id, int type, int count, byte[] content) {

  static final int PREVIEW = 254;
  static final int WIDTH = 256;
  static final int HEIGHT = 257;
  static final int BITS = 258;
  static final int COMPRESSION = 259;
  static final int PHOTOMETRIC = 262;
  static final int STRIPS = 273;
  static final int SAMPLES = 277;
  static final int ROWS = 278;
  static final int STRIP_SIZES = 279;
  static final int PLANES = 284;
  static final int COLOURS = 320;
  static final int TILE_WIDTH = 322;
  static final int TILE_HEIGHT = 323;
  static final int TILES = 324;
  static final int TILE_SIZES = 325;
  static final int JPEG_TABLES = 347;
  static final int PROFILE = 34_675;

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int UNDEFINED = 7;
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

  /** The tags that stay, and how many values each may have. */
  private static final Map<Integer, Integer> KEPT = new HashMap<>();

  static {
    int[] single = {
      PREVIEW,
      255,
      WIDTH,
      HEIGHT,
      COMPRESSION,
      PHOTOMETRIC,
      263,
      266,
      274,
      SAMPLES,
      ROWS,
      282,
      283,
      PLANES,
      292,
      293,
      296,
      317,
      TILE_WIDTH,
      TILE_HEIGHT,
      332,
      334,
      531
    };
    for (int id : single) {
      KEPT.put(id, 1);
    }
    for (int id : new int[] {BITS, 280, 281, 338, 339}) {
      KEPT.put(id, 16);
    }
    Map<Integer, Integer> several =
        Map.of(297, 2, 318, 2, 319, 6, 529, 3, 530, 2, 532, 6, COLOURS, 3 << 16);
    KEPT.putAll(several);
    for (int id : new int[] {STRIPS, STRIP_SIZES, TILES, TILE_SIZES, JPEG_TABLES, PROFILE}) {
      KEPT.put(id, Integer.MAX_VALUE);
    }
  }

  /** Reads the entry of a directory under the cursor, its values from where it points. */
  static TiffTag read(Cursor entry, boolean little) throws IOException {
    int id = entry.u16();
    int type = entry.u16();
    long count = entry.u32();
    int inline = entry.place();
    long place = entry.u32();
    if (!KEPT.containsKey(id) || type >= SIZES.length) {
      return new TiffTag(id, type, 0, new byte[0]);
    }
    long size = count * SIZES[type];
    Cursor file = entry.from(0, little);
    Cursor content = file.part(size <= 4 ? inline : place, size);
    return new TiffTag(id, type, (int) count, content.take(size));
  }

  /** Whether it is one that shows the picture, of a type that holds numbers. */
  boolean isKept() {
    boolean fits = count >= 1 && count <= KEPT.getOrDefault(id, 0);
    if (id == JPEG_TABLES || id == PROFILE) {
      return fits && type == UNDEFINED;
    }
    return fits && (type == SHORT || type == LONG || type == RATIONAL);
  }

  /** What goes with it, for the count. */
  String kind() {
    return switch (id) {
      case 330 -> "thumbnail";
      case 700 -> "xmp";
      case 33_723, 34_377 -> "iptc";
      case 34_665 -> "exif";
      case 34_853 -> "gps";
      default -> type == 2 ? "text" : "tag";
    };
  }

  /** Its values as whole numbers. */
  long[] numbers(boolean little) throws IOException {
    Cursor values = little ? Cursor.little(content) : Cursor.big(content);
    long[] numbers = new long[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = type == SHORT ? values.u16() : values.u32();
    }
    return numbers;
  }

  /** A tag with other bytes in it. */
  TiffTag with(byte[] bytes) {
    return new TiffTag(id, type, bytes.length, bytes);
  }

  /** A tag of numbers of four bytes. */
  static TiffTag of(int id, long[] numbers, boolean little) {
    Sink sink = new Sink(little, 4 * numbers.length);
    for (long number : numbers) {
      sink.u32(number);
    }
    return new TiffTag(id, LONG, numbers.length, sink.toBytes());
  }
}
