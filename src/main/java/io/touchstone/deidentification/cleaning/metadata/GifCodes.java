package io.touchstone.deidentification.cleaning.metadata;

import java.io.IOException;

/**
 * The coded pixels of one picture of a GIF (LZW, Appendix F of GIF89a): counts how many pixels each
 * code stands for, to see where the picture ends.
 */
final class GifCodes {

  private static final int MOST = 4096;

  private final byte[] codes;
  private final int bits;
  private final long pixels;
  private final int[] lengths = new int[MOST];
  private long place;
  private int width;
  private int next;
  private int previous;

  GifCodes(byte[] codes, int bits, long pixels) throws IOException {
    if (bits < 1 || bits > 11) {
      throw new IOException("A GIF has codes of an impossible width.");
    }
    this.codes = codes;
    this.bits = bits;
    this.pixels = pixels;
  }

  /**
   * Bytes up to the end code, or up to the code that follows the last pixel where there is no end.
   */
  int length() throws IOException {
    int clear = 1 << bits;
    java.util.Arrays.fill(lengths, 0, clear, 1);
    begin();
    long seen = 0;
    while (place + width <= 8L * codes.length) {
      int code = code();
      if (code == clear) {
        begin();
      } else if (code == clear + 1 || seen >= pixels) {
        return used();
      } else {
        seen += pixels(code);
      }
    }
    return codes.length;
  }

  private void begin() {
    width = bits + 1;
    next = (1 << bits) + 2;
    previous = -1;
  }

  private int pixels(int code) throws IOException {
    if (code > next || code == next && previous < 0) {
      throw new IOException("A GIF has a code that stands for nothing.");
    }
    if (previous >= 0 && next < MOST) {
      lengths[next++] = lengths[previous] + 1;
      if (next == 1 << width && width < 12) {
        width++;
      }
    }
    previous = code;
    return lengths[code];
  }

  private int code() {
    int code = 0;
    for (int i = 0; i < width; i++) {
      int bit = codes[(int) (place >> 3)] >> (int) (place & 7) & 1;
      code |= bit << i;
      place++;
    }
    return code;
  }

  private int used() {
    return (int) ((place + 7) / 8);
  }
}
