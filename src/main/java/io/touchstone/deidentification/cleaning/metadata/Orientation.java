package io.touchstone.deidentification.cleaning.metadata;

import java.io.IOException;

/**
 * Which way up a picture is: the one tag of EXIF that stays, because without it people would label
 * a picture that lies on its side.
 */
final class Orientation {

  private static final int TAG = 0x112;
  private static final int SHORT = 3;
  private static final int UPRIGHT = 1;

  private Orientation() {}

  /**
   * Reads it from a block of EXIF that begins with the header of TIFF.
   *
   * @return 1 to 8; 1, upright, where the block does not say or cannot be read, as viewers do
   */
  static int of(byte[] exif) {
    try {
      Cursor header = Cursor.big(exif);
      int order = header.u16();
      if (order != 0x4949 && order != 0x4d4d) {
        return UPRIGHT;
      }
      boolean little = order == 0x4949;
      Cursor start = header.from(2, little);
      if (start.u16() != 42) {
        return UPRIGHT;
      }
      long place = start.u32();
      return place > exif.length ? UPRIGHT : inDirectory(header.from((int) place, little));
    } catch (IOException e) {
      return UPRIGHT;
    }
  }

  private static int inDirectory(Cursor directory) throws IOException {
    int entries = directory.u16();
    for (int i = 0; i < entries; i++) {
      int tag = directory.u16();
      int type = directory.u16();
      long count = directory.u32();
      int value = directory.u16();
      directory.skip(2);
      if (tag == TAG) {
        return type == SHORT && count == 1 && value >= 1 && value <= 8 ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** Whether it has to be written. */
  static boolean turns(int orientation) {
    return orientation != UPRIGHT;
  }

  /** A block of EXIF that says this and nothing else. */
  static byte[] exif(int orientation) {
    return new Sink(true, 26)
        .ascii("II")
        .u16(42)
        .u32(8)
        .u16(1)
        .u16(TAG)
        .u16(SHORT)
        .u32(1)
        .u16(orientation)
        .u16(0)
        .u32(0)
        .toBytes();
  }
}
