package io.touchstone.deidentification.cleaning.metadata;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The compressed colour profile of a PNG. */
final class PngProfile {

  private static final int MOST = 8 << 20;
  private static final int LONGEST_NAME = 79;

  private PngProfile() {}

  /** The chunk's content anew, profile and name without words; empty if it cannot be read. */
  static Optional<byte[]> withoutText(byte[] bytes, int start, int length) {
    int name = 0;
    while (name < length && name <= LONGEST_NAME && bytes[start + name] != 0) {
      name++;
    }
    if (name > LONGEST_NAME || name + 2 > length || bytes[start + name + 1] != 0) {
      return Optional.empty();
    }
    return inflated(bytes, start + name + 2, length - name - 2)
        .flatMap(ColourProfile::withoutText)
        .map(PngProfile::written);
  }

  private static Optional<byte[]> inflated(byte[] bytes, int start, int length) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, start, length);
      byte[] unpacked = new byte[(int) Math.min(MOST, 4096 + 8L * length)];
      int size = 0;
      while (!inflater.finished()) {
        if (size == unpacked.length) {
          if (size == MOST) {
            return Optional.empty();
          }
          unpacked = Arrays.copyOf(unpacked, Math.min(MOST, 2 * size));
        }
        int more = inflater.inflate(unpacked, size, unpacked.length - size);
        if (more == 0 && !inflater.finished()) {
          return Optional.empty();
        }
        size += more;
      }
      return Optional.of(Arrays.copyOf(unpacked, size));
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }

  private static byte[] written(byte[] profile) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(profile);
    deflater.finish();
    Sink sink = new Sink(false, profile.length).ascii("icc").u8(0).u8(0);
    byte[] packed = new byte[8192];
    while (!deflater.finished()) {
      sink.put(packed, 0, deflater.deflate(packed));
    }
    deflater.end();
    return sink.toBytes();
  }
}
