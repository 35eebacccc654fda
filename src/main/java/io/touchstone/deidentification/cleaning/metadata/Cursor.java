package io.touchstone.deidentification.cleaning.metadata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads numbers out of bytes and refuses to read past their end. */
final class Cursor {

  private final byte[] bytes;
  private final int end;
  private final boolean little;
  private int place;

  private Cursor(byte[] bytes, int start, int end, boolean little) {
    this.bytes = bytes;
    this.place = start;
    this.end = end;
    this.little = little;
  }

  /** Most significant byte first. */
  static Cursor big(byte[] bytes) {
    return new Cursor(bytes, 0, bytes.length, false);
  }

  /** Least significant byte first. */
  static Cursor little(byte[] bytes) {
    return new Cursor(bytes, 0, bytes.length, true);
  }

  /** A cursor of the same order over a part of the same bytes. */
  Cursor part(long start, long length) throws IOException {
    if (start < 0 || length < 0 || start + length > end) {
      throw cut();
    }
    return new Cursor(bytes, (int) start, (int) (start + length), little);
  }

  /** The same bytes from a place on, in an order. */
  Cursor from(int start, boolean littleFirst) {
    return new Cursor(bytes, start, end, littleFirst);
  }

  boolean isLittle() {
    return little;
  }

  int place() {
    return place;
  }

  int left() {
    return end - place;
  }

  void skip(long count) throws IOException {
    need(count);
    place += (int) count;
  }

  int u8() throws IOException {
    need(1);
    return bytes[place++] & 0xff;
  }

  int u16() throws IOException {
    int one = u8();
    int two = u8();
    return little ? two << 8 | one : one << 8 | two;
  }

  /** From 0 to 4,294,967,295. */
  long u32() throws IOException {
    long one = u16();
    long two = u16();
    return little ? two << 16 | one : one << 16 | two;
  }

  byte[] take(long count) throws IOException {
    need(count);
    byte[] taken = java.util.Arrays.copyOfRange(bytes, place, place + (int) count);
    place += (int) count;
    return taken;
  }

  /** Four characters that name a chunk. */
  String name() throws IOException {
    return new String(take(4), StandardCharsets.ISO_8859_1);
  }

  /** Whether these characters come next. */
  boolean startsWith(String ascii) {
    if (left() < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if ((bytes[place + i] & 0xff) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void need(long count) throws IOException {
    if (count < 0 || count > left()) {
      throw cut();
    }
  }

  private static IOException cut() {
    return new IOException("The object ends before it is complete.");
  }
}
