package io.touchstone.deidentification.cleaning.metadata;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the application segments of a JPEG say about colours and position. */
final class JpegMarks {

  private static final int MOST_OF_PROFILE = 65_519;
  private static final byte[] JFIF = ascii("JFIF\0");
  private static final byte[] EXIF = ascii("Exif\0");
  private static final byte[] PROFILE = ascii("ICC_PROFILE\0");
  private static final byte[] ADOBE = ascii("Adobe");

  private Optional<byte[]> density = Optional.empty();
  private Optional<Integer> transform = Optional.empty();
  private int orientation = 1;
  private boolean exif;
  private final Map<Integer, byte[]> profile = new TreeMap<>();
  private int profileParts;

  /**
   * Notes what matters of a segment.
   *
   * @param number of APPn
   * @param early before the first scan; what comes later has no effect on viewers
   * @return name of what goes with it, empty if nothing
   */
  String note(int number, byte[] bytes, int start, int end, boolean early) {
    int length = end - start;
    if (number == 0 && length >= 14 && begins(bytes, start, JFIF)) {
      if (early) {
        density = Optional.of(Arrays.copyOfRange(bytes, start + 7, start + 12));
      }
      return length > 14 ? "thumbnail" : "";
    }
    if (number == 14 && length >= 12 && begins(bytes, start, ADOBE)) {
      if (early) {
        transform = Optional.of(bytes[start + 11] & 0xff);
      }
      return "";
    }
    if (number == 2 && length > 14 && begins(bytes, start, PROFILE)) {
      profile.putIfAbsent(bytes[start + 12] & 0xff, Arrays.copyOfRange(bytes, start + 14, end));
      profileParts = bytes[start + 13] & 0xff;
      return "";
    }
    if (number == 1 && length > 6 && begins(bytes, start, EXIF)) {
      if (early && !exif) {
        exif = true;
        orientation = Orientation.of(Arrays.copyOfRange(bytes, start + 6, end));
      }
      return "exif";
    }
    return named(number, bytes, start, end);
  }

  private static String named(int number, byte[] bytes, int start, int end) {
    int length = end - start;
    if (number == 1 && length > 10 && begins(bytes, start, ascii("http://ns."))) {
      return "xmp";
    }
    if (number == 13 && length > 9 && begins(bytes, start, ascii("Photoshop"))) {
      return "iptc";
    }
    return number == 0 ? "thumbnail" : "application";
  }

  /**
   * The segments that say it again, and nothing else.
   *
   * @param removed where a profile loses its words, that is counted
   */
  byte[] written(Map<String, Integer> removed) {
    Sink sink = new Sink(false, 256);
    density.ifPresent(units -> sink.u16(0xffe0).u16(16).put(JFIF).u16(0x0101).put(units).u16(0));
    if (Orientation.turns(orientation)) {
      byte[] block = Orientation.exif(orientation);
      sink.u16(0xffe1).u16(block.length + 8).put(EXIF).u8(0).put(block);
    }
    if (!profile.isEmpty()) {
      removed.merge("profile text", 1, Integer::sum);
      joined().flatMap(ColourProfile::withoutText).ifPresent(clean -> writeProfile(sink, clean));
    }
    transform.ifPresent(
        value -> sink.u16(0xffee).u16(14).put(ADOBE).u16(100).u16(0).u16(0).u8(value));
    return sink.toBytes();
  }

  private Optional<byte[]> joined() {
    if (profile.size() != profileParts) {
      return Optional.empty();
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    profile.values().forEach(all::writeBytes);
    return Optional.of(all.toByteArray());
  }

  private static void writeProfile(Sink sink, byte[] clean) {
    int parts = (clean.length + MOST_OF_PROFILE - 1) / MOST_OF_PROFILE;
    for (int i = 0; i < parts; i++) {
      int start = i * MOST_OF_PROFILE;
      int length = Math.min(MOST_OF_PROFILE, clean.length - start);
      sink.u16(0xffe2).u16(length + 16).put(PROFILE).u8(i + 1).u8(parts).put(clean, start, length);
    }
  }

  private static boolean begins(byte[] bytes, int start, byte[] with) {
    return Arrays.equals(bytes, start, start + with.length, with, 0, with.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
