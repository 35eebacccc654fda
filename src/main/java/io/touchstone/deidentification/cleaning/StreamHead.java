package io.touchstone.deidentification.cleaning;

/**
 * Whether a compressed stream may begin at a place: in other data its two first bytes come by
 * chance once in a thousand, and to try to unpack each would take longer than all the rest.
 */
final class StreamHead {

  private static final int STORED = 0;
  private static final int DYNAMIC = 2;
  private static final int INVALID = 3;
  private static final int MOST_CODES = 29;

  private final byte[] bytes;
  private final int length;
  private int bit;

  private StreamHead(byte[] bytes, int place, int length) {
    this.bytes = bytes;
    this.length = length;
    this.bit = 8 * place;
  }

  /** By the two bytes before the stream (RFC 1950, section 2.2) and the head of its first block. */
  static boolean mayBeAt(byte[] bytes, int place, int length) {
    int first = bytes[place] & 0xff;
    return (first & 0x8f) == 8
        && place + 2 < length
        && (bytes[place + 1] & 0x20) == 0
        && (first << 8 | bytes[place + 1] & 0xff) % 31 == 0
        && place < Integer.MAX_VALUE / 8 - 64
        && new StreamHead(bytes, place + 2, length).beginsBlock();
  }

  /** RFC 1951, section 3.2.3 to 3.2.7. */
  private boolean beginsBlock() {
    take(1);
    int kind = take(2);
    if (kind == STORED) {
      take(5);
      return (take(16) ^ take(16)) == 0xffff;
    }
    return kind == DYNAMIC ? hasCodes() : kind != INVALID;
  }

  /** Lengths of codes must add up to a complete code. */
  private boolean hasCodes() {
    if (take(5) > MOST_CODES || take(5) > MOST_CODES) {
      return false;
    }
    int count = take(4) + 4;
    int sum = 0;
    for (int i = 0; i < count; i++) {
      int size = take(3);
      sum += size == 0 ? 0 : 128 >> size;
    }
    return sum == 128;
  }

  /** Bits from the least significant on; behind the end there are none. */
  private int take(int count) {
    int value = 0;
    for (int i = 0; i < count; i++, bit++) {
      int place = bit >> 3;
      if (place < length) {
        value |= (bytes[place] >> (bit & 7) & 1) << i;
      }
    }
    return value;
  }
}
