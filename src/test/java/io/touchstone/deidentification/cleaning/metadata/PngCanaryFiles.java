package io.touchstone.deidentification.cleaning.metadata;

import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Payloads;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.CRC32;

/** PNG with a canary in every kind of chunk and behind pixels, frames and end. */
public final class PngCanaryFiles {

  private static final int AFTER_HEADER = 8 + 25;

  private PngCanaryFiles() {}

  /** One for every place and coding. */
  public static List<CanaryFile> all() {
    Map<String, Function<byte[], byte[]>> places = new LinkedHashMap<>();
    places.put("text", payload -> early("tEXt", "Author\0", payload));
    places.put("text-keyword", payload -> early("tEXt", "", payload));
    places.put("ztxt", payload -> early("zTXt", "Comment\0\0", Payloads.deflate(payload)));
    places.put("itxt", payload -> early("iTXt", "Title\0\0\0de\0Titel\0", payload));
    places.put("xmp", payload -> early("iTXt", "XML:com.adobe.xmp\0\0\0\0\0", payload));
    places.put("exif", payload -> early("eXIf", "", Profiles.exif(315, payload)));
    places.put("time", payload -> early("tIME", "", payload));
    places.put("profile-label", payload -> early("iCCP", "", label(payload)));
    places.put("profile-name", payload -> profile(Profiles.with("desc", "desc", payload)));
    places.put("profile-maker", payload -> profile(Profiles.with("dmnd", "text", payload)));
    places.put("suggested-palette", payload -> early("sPLT", "", payload));
    places.put("histogram", payload -> early("hIST", "", payload));
    places.put("private", payload -> early("prVt", "", payload));
    places.put("provenance", payload -> early("caBX", "", payload));
    places.put("too-long-gamma", payload -> early("gAMA", "", payload));
    places.put(
        "too-long-density",
        payload -> early("pHYs", "\0\0\u000b\u0013\0\0\u000b\u0013\1", payload));
    places.put("late-text", PngCanaryFiles::late);
    places.put("pixels-rest", PngCanaryFiles::behindPixels);
    places.put("tail", payload -> JpegCanaryFiles.joined(png(), payload));
    places.put("frame-rest", PngCanaryFiles::animated);
    return Payloads.files(ObjectType.PNG, places);
  }

  private static byte[] png() {
    return Samples.png(BufferedImage.TYPE_INT_RGB, false);
  }

  private static byte[] early(String name, String head, byte[] payload) {
    byte[] content = JpegCanaryFiles.joined(head.getBytes(StandardCharsets.ISO_8859_1), payload);
    return JpegCanaryFiles.inserted(png(), AFTER_HEADER, chunk(name, content));
  }

  private static byte[] late(byte[] payload) {
    byte[] png = png();
    byte[] content = JpegCanaryFiles.joined("Comment\0".getBytes(), payload);
    return JpegCanaryFiles.inserted(png, png.length - 12, chunk("tEXt", content));
  }

  private static byte[] profile(byte[] profile) {
    return early("iCCP", "Camera\0\0", Payloads.deflate(profile));
  }

  private static byte[] label(byte[] payload) {
    byte[] label = JpegCanaryFiles.joined(payload, new byte[2]);
    return JpegCanaryFiles.joined(label, Payloads.deflate(Profiles.plain()));
  }

  private static byte[] behindPixels(byte[] payload) {
    byte[] png = png();
    return JpegCanaryFiles.inserted(png, png.length - 12, chunk("IDAT", payload));
  }

  /** A second frame of one pixel, whose stream goes on behind its end. */
  static byte[] animated(byte[] payload) {
    byte[] png = early("acTL", "\0\0\0\2\0\0\0\0", new byte[0]);
    byte[] first = frame(0, 41, 37);
    byte[] base = JpegCanaryFiles.inserted(png, AFTER_HEADER + 20, first);
    byte[] pixel = Payloads.deflate(new byte[] {0, 1, 2, 3});
    byte[] data = new Sink(false, 64).u32(2).put(pixel).put(payload).toBytes();
    byte[] second = JpegCanaryFiles.joined(frame(1, 1, 1), chunk("fdAT", data));
    return JpegCanaryFiles.inserted(base, base.length - 12, second);
  }

  private static byte[] frame(int number, int width, int height) {
    Sink control = new Sink(false, 26).u32(number).u32(width).u32(height).u32(0).u32(0);
    return chunk("fcTL", control.u16(1).u16(10).u16(0).toBytes());
  }

  static byte[] chunk(String name, byte[] content) {
    byte[] named = JpegCanaryFiles.joined(name.getBytes(StandardCharsets.US_ASCII), content);
    CRC32 crc = new CRC32();
    crc.update(named);
    return new Sink(false, 64).u32(content.length).put(named).u32(crc.getValue()).toBytes();
  }
}
