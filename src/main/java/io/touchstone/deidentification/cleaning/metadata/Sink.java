package io.touchstone.deidentification.cleaning.metadata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes that are written one after the other, numbers in one of the two orders. */
final class Sink {

  private final ByteArrayOutputStream bytes;
  private final boolean little;

  Sink(boolean little, int expected) {
    this.little = little;
    this.bytes = new ByteArrayOutputStream(Math.max(expected, 32));
  }

  int size() {
    return bytes.size();
  }

  Sink u8(int value) {
    bytes.write(value);
    return this;
  }

  Sink u16(int value) {
    return little ? u8(value).u8(value >> 8) : u8(value >> 8).u8(value);
  }

  Sink u32(long value) {
    int low = (int) value & 0xffff;
    int high = (int) (value >>> 16) & 0xffff;
    return little ? u16(low).u16(high) : u16(high).u16(low);
  }

  Sink ascii(String text) {
    return put(text.getBytes(StandardCharsets.US_ASCII));
  }

  Sink put(byte[] all) {
    return put(all, 0, all.length);
  }

  Sink put(byte[] from, int start, int length) {
    bytes.write(from, start, length);
    return this;
  }

  Sink zeros(int count) {
    return put(new byte[count]);
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
