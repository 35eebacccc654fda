package io.touchstone.deidentification.cleaning.metadata;

import java.util.Optional;

/**
 * The head of a frame of MPEG sound (ISO/IEC 11172-3, 13818-3), layer 2 or 3.
 *
 * @param place of its first byte
 * @param version 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5
 * @param layer 1 is layer 3, 2 is layer 2
 * @param rate samples in a second
 * @param mono one channel
 * @param length in bytes, head included
 */
record Mp3Frame(int place, int version, int layer, int rate, boolean mono, int length) {

  private static final int[][] KILOBITS = {
    {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
    {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
    {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
  };
  private static final int[] RATES = {44_100, 48_000, 32_000};

  /** The frame that begins there and is whole; none of a free rate. */
  static Optional<Mp3Frame> at(byte[] bytes, int place) {
    if (place + 4 > bytes.length || bytes[place] != -1 || (bytes[place + 1] & 0xe0) != 0xe0) {
      return Optional.empty();
    }
    int version = bytes[place + 1] >> 3 & 3;
    int layer = bytes[place + 1] >> 1 & 3;
    int index = bytes[place + 2] >> 4 & 15;
    int rateIndex = bytes[place + 2] >> 2 & 3;
    boolean known = version != 1 && (layer == 1 || layer == 2) && rateIndex != 3;
    if (!known || index == 0 || index == 15) {
      return Optional.empty();
    }
    int rate = RATES[rateIndex] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
    int bits = 1000 * KILOBITS[version == 3 ? layer - 1 : 2][index];
    // A frame of layer 3 has half as many samples from MPEG 2 on.
    int factor = layer == 1 && version != 3 ? 72 : 144;
    int length = factor * bits / rate + (bytes[place + 2] >> 1 & 1);
    if (length < 24 || place + length > bytes.length) {
      return Optional.empty();
    }
    boolean mono = (bytes[place + 3] >> 6 & 3) == 3;
    return Optional.of(new Mp3Frame(place, version, layer, rate, mono, length));
  }

  int end() {
    return place + length;
  }

  /** Whether both can be frames of one sound. */
  boolean isLike(Mp3Frame other) {
    return version == other.version && layer == other.layer && rate == other.rate;
  }

  /** Where a frame that counts the others says so, from its first byte. */
  int soundStart() {
    if (version == 3) {
      return 4 + (mono ? 17 : 32);
    }
    return 4 + (mono ? 9 : 17);
  }
}
