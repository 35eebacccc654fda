package io.touchstone.deidentification.cleaning.metadata;

import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Payloads;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** JPEG with a canary in every segment and behind, between and within them. */
public final class JpegCanaryFiles {

  private static final int[] EXIF_TAGS = {
    270, 271, 305, 315, 33_432, 36_867, 37_500, 37_510, 40_092, 42_032, 42_033
  };

  private JpegCanaryFiles() {}

  /** One for every place and coding. */
  public static List<CanaryFile> all() {
    Map<String, Function<byte[], byte[]>> places = new LinkedHashMap<>();
    places.put("com", payload -> segment(0xfe, "", payload));
    places.put("jfif-thumbnail", JpegCanaryFiles::thumbnail);
    places.put("jfxx", payload -> segment(0xe0, "JFXX\0\u0010", payload));
    for (int tag : EXIF_TAGS) {
      places.put("exif-" + tag, payload -> segment(0xe1, "Exif\0\0", Profiles.exif(tag, payload)));
    }
    places.put("xmp", payload -> segment(0xe1, "http://ns.adobe.com/xap/1.0/\0", payload));
    places.put(
        "xmp-more", payload -> segment(0xe1, "http://ns.adobe.com/xmp/extension/\0", payload));
    places.put("mpf", payload -> segment(0xe2, "MPF\0", payload));
    places.put("profile-name", payload -> profile(Profiles.with("desc", "desc", payload)));
    places.put("profile-maker", payload -> profile(Profiles.with("dmnd", "text", payload)));
    places.put("profile-phosphors", payload -> profile(Profiles.with("chrm", "text", payload)));
    places.put("profile-curve", payload -> profile(Profiles.with("rTRC", "text", payload)));
    places.put("iptc", payload -> segment(0xed, "Photoshop 3.0\0" + "8BIM\4\4\0\0", payload));
    places.put("adobe-rest", payload -> segment(0xee, "Adobe\0d\0\0\0\0\1", payload));
    for (int n = 3; n < 16; n++) {
      int marker = 0xe0 + n;
      places.put("app" + n, payload -> segment(marker, "Something\0", payload));
    }
    places.put("tail", payload -> joined(Samples.jpeg(false), payload));
    places.put(
        "second-picture", payload -> joined(Samples.jpeg(false), segment(0xfe, "", payload)));
    places.put("between-scans", JpegCanaryFiles::betweenScans);
    places.put("between-segments", payload -> inserted(Samples.jpeg(false), 2 + 18, payload));
    places.put("maker-preview", JpegCanaryFiles::preview);
    return Payloads.files(ObjectType.JPEG, places);
  }

  private static byte[] segment(int marker, String name, byte[] payload) {
    return inserted(Samples.jpeg(false), 2, coded(marker, name, payload));
  }

  private static byte[] coded(int marker, String name, byte[] payload) {
    byte[] head = name.getBytes(StandardCharsets.ISO_8859_1);
    return new Sink(false, 64)
        .u16(0xff00 | marker)
        .u16(2 + head.length + payload.length)
        .put(head)
        .put(payload)
        .toBytes();
  }

  private static byte[] profile(byte[] profile) {
    return segment(0xe2, "ICC_PROFILE\0\1\1", profile);
  }

  private static byte[] preview(byte[] payload) {
    byte[] inner = segment(0xfe, "", payload);
    return segment(0xe1, "Exif\0\0", Profiles.exif(37_500, inner));
  }

  private static byte[] thumbnail(byte[] payload) {
    byte[] padded = Arrays.copyOf(payload, 3 * 40);
    return segment(0xe0, "JFIF\0\1\1\0\0\1\0\1\u0008\u0005", padded);
  }

  private static byte[] betweenScans(byte[] payload) {
    byte[] progressive = Samples.jpeg(true);
    int scans = 0;
    for (int i = 2; i + 1 < progressive.length; i++) {
      if (progressive[i] == -1 && progressive[i + 1] == (byte) 0xda && ++scans == 2) {
        return inserted(progressive, i, coded(0xfe, "", payload));
      }
    }
    throw new IllegalStateException("The picture has one scan.");
  }

  static byte[] inserted(byte[] object, int place, byte[] part) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(object, 0, place);
    all.writeBytes(part);
    all.write(object, place, object.length - place);
    return all.toByteArray();
  }

  static byte[] joined(byte[] first, byte[] second) {
    return inserted(first, first.length, second);
  }
}
