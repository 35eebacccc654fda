package io.touchstone.deidentification.cleaning.metadata;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Colour profiles with something written into them, and blocks of EXIF. */
final class Profiles {

  private Profiles() {}

  static byte[] plain() {
    return ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
  }

  /** Puts bytes at the end of the profile and points one of its tags there. */
  static byte[] with(String tag, String type, byte[] payload) {
    byte[] plain = plain();
    byte[] all = Arrays.copyOf(plain, plain.length + 12 + payload.length);
    ByteBuffer profile = ByteBuffer.wrap(all);
    profile.position(plain.length);
    profile.put(type.getBytes()).putInt(0).putInt(payload.length).put(payload);
    profile.putInt(0, all.length);
    int count = profile.getInt(128);
    for (int i = 0; i < count; i++) {
      int entry = 132 + 12 * i;
      byte[] name = Arrays.copyOfRange(all, entry, entry + 4);
      if (new String(name).equals(tag)) {
        profile.putInt(entry + 4, plain.length).putInt(entry + 8, 12 + payload.length);
        return all;
      }
    }
    throw new IllegalArgumentException("The profile has no tag " + tag);
  }

  /** A block of EXIF with the payload in a tag of its first directory, turned to the right. */
  static byte[] exif(int tag, byte[] payload) {
    return directory(true, new int[][] {{274, 3, 1, 6}, {tag, 7, payload.length, 0}}, payload, 8);
  }

  /** A header of TIFF and a directory whose last entry points to the payload behind it. */
  static byte[] directory(boolean little, int[][] entries, byte[] payload, int start) {
    Sink sink = new Sink(little, 64).ascii(little ? "II" : "MM").u16(42).u32(start);
    sink.zeros(start - 8).u16(entries.length);
    int behind = start + 2 + 12 * entries.length + 4;
    for (int[] entry : entries) {
      sink.u16(entry[0]).u16(entry[1]).u32(entry[2]);
      if (entry[1] == 3) {
        sink.u16(entry[3]).u16(0);
      } else {
        sink.u32(entry[3] == 0 ? behind : entry[3]);
      }
    }
    return sink.u32(0).put(payload).toBytes();
  }
}
