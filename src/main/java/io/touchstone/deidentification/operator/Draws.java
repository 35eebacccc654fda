package io.touchstone.deidentification.operator;

import io.touchstone.platform.crypto.Hmac;
import java.util.List;

/** Draws that are the same each time for the same key and value, and unknown without the key. */
final class Draws {

  private final Hmac key;
  private final String[] parts;
  private byte[] block = new byte[0];
  private int used;
  private int blocks;

  Draws(Hmac key, String... parts) {
    this.key = key;
    this.parts = parts;
  }

  /** A number from 0 to below the bound; the bound is at most 2^24, the bias below 2^-7. */
  int below(int bound) {
    if (used + 4 > block.length) {
      block = key.bytes(String.join("|", parts), String.valueOf(blocks++));
      used = 0;
    }
    int drawn = 0;
    for (int i = 0; i < 4; i++) {
      drawn = drawn << 8 | block[used++] & 0xFF;
    }
    return Integer.remainderUnsigned(drawn, bound);
  }

  String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append((char) ('0' + below(10)));
    }
    return digits.toString();
  }

  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }
}
