package io.touchstone.deidentification.cleaning.pdf.copy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * A font in the compact form (Adobe, The Compact Font Format Specification, 2003): its name and
 * every string that names no glyph are overwritten in place; nothing moves.
 */
final class CompactFont {

  /** Strings below that number are the standard's. */
  private static final int STANDARD_STRINGS = 391;

  private static final int CHARSET = 15;
  private static final int GLYPHS = 17;
  private static final int COLLECTION = 0x0c00 | 30;

  private final byte[] font;

  private CompactFont(byte[] font) {
    this.font = font;
  }

  /**
   * @throws IndexOutOfBoundsException if the font is damaged
   */
  static void blank(byte[] font) {
    new CompactFont(font).blank();
  }

  /** A list of byte strings: where each begins, and where the last one ends. */
  private record Index(int[] starts, int end) {
    int count() {
      return Math.max(0, starts.length - 1);
    }
  }

  private void blank() {
    Index names = index(font[2] & 0xff);
    for (int i = 0; i < names.count(); i++) {
      Arrays.fill(font, names.starts[i], names.starts[i + 1], (byte) 'F');
    }
    Index tops = index(names.end);
    Index strings = index(tops.end);
    BitSet kept = new BitSet();
    for (int i = 0; i < tops.count(); i++) {
      Map<Integer, int[]> top = dictionary(tops.starts[i], tops.starts[i + 1]);
      int[] collection = top.get(COLLECTION);
      if (collection != null && collection.length >= 2) {
        kept.set(collection[0] & 0xffff);
        kept.set(collection[1] & 0xffff);
      } else {
        charset(top, kept);
      }
    }
    for (int i = 0; i < strings.count(); i++) {
      if (!kept.get(i + STANDARD_STRINGS)) {
        Arrays.fill(font, strings.starts[i], strings.starts[i + 1], (byte) 'x');
      }
    }
  }

  private Index index(int at) {
    int count = number(at, 2);
    if (count == 0) {
      return new Index(new int[0], at + 2);
    }
    int size = font[at + 2] & 0xff;
    int data = at + 3 + (count + 1) * size - 1;
    int[] starts = new int[count + 1];
    for (int i = 0; i <= count; i++) {
      starts[i] = data + number(at + 3 + i * size, size);
      if (starts[i] > font.length || i > 0 && starts[i] < starts[i - 1]) {
        throw new IndexOutOfBoundsException("index");
      }
    }
    return new Index(starts, starts[count]);
  }

  private int number(int at, int bytes) {
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      value = value << 8 | font[at + i] & 0xff;
    }
    return value;
  }

  private Map<Integer, int[]> dictionary(int from, int to) {
    Map<Integer, int[]> entries = new HashMap<>();
    int[] operands = new int[64];
    int count = 0;
    for (int at = from; at < to; ) {
      int b = font[at] & 0xff;
      if (b <= 21) {
        int operator = b == 12 ? 0x0c00 | font[at + 1] & 0xff : b;
        entries.put(operator, Arrays.copyOf(operands, count));
        count = 0;
        at += b == 12 ? 2 : 1;
        continue;
      }
      int value = 0;
      if (b == 28) {
        value = (short) number(at + 1, 2);
        at += 3;
      } else if (b == 29) {
        value = number(at + 1, 4);
        at += 5;
      } else if (b == 30) {
        at = endOfReal(at + 1);
      } else if (b <= 246) {
        value = b - 139;
        at++;
      } else {
        value = (b <= 250 ? b - 247 : -(b - 251)) * 256 + (b <= 250 ? 108 : -108);
        value += (b <= 250 ? 1 : -1) * (font[at + 1] & 0xff);
        at += 2;
      }
      operands[Math.min(count++, 63)] = value;
    }
    return entries;
  }

  private int endOfReal(int from) {
    int at = from;
    while ((font[at] & 0x0f) != 0x0f && (font[at] & 0xf0) != 0xf0) {
      at++;
    }
    return at + 1;
  }

  /** Numbers of the strings that name glyphs. */
  private void charset(Map<Integer, int[]> top, BitSet kept) {
    int[] place = top.get(CHARSET);
    int[] glyphs = top.get(GLYPHS);
    if (place == null || place.length == 0 || place[0] <= 2 || glyphs == null) {
      return;
    }
    int count = number(glyphs[0], 2);
    int at = place[0];
    int format = font[at++];
    for (int glyph = 1; glyph < count; ) {
      int first = number(at, 2);
      at += 2;
      int more = 0;
      if (format > 0) {
        more = number(at, format);
        at += format;
      }
      kept.set(first, first + more + 1);
      glyph += more + 1;
    }
  }
}
