package io.touchstone.deidentification.cleaning.metadata;

import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Payloads;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** WebP with a canary in every kind of chunk, in frames and behind the end. */
public final class WebpCanaryFiles {

  private static final int SIDE = 12;

  private WebpCanaryFiles() {}

  /** One for every place and coding. */
  public static List<CanaryFile> all() {
    Map<String, Function<byte[], byte[]>> places = new LinkedHashMap<>();
    places.put("exif", payload -> still(0x08, "EXIF", Profiles.exif(315, payload)));
    places.put("xmp", payload -> still(0x04, "XMP ", payload));
    places.put("profile", payload -> still(0x20, "ICCP", Profiles.with("desc", "desc", payload)));
    places.put("unknown", payload -> still(0, "ABCD", payload));
    places.put("second-picture", payload -> still(0, "VP8L", second(payload)));
    places.put("frame", WebpCanaryFiles::animated);
    places.put("tail", payload -> JpegCanaryFiles.joined(Samples.webp(SIDE, SIDE), payload));
    places.put("simple", WebpCanaryFiles::simple);
    return Payloads.files(ObjectType.WEBP, places);
  }

  static byte[] withExif(byte[] exif) {
    return still(0x08, "EXIF", exif);
  }

  private static byte[] still(int flags, String name, byte[] content) {
    Sink chunks = new Sink(true, 64);
    boolean profile = name.equals("ICCP");
    chunk(chunks, "VP8X", head(flags));
    if (profile) {
      chunk(chunks, name, content);
    }
    chunk(chunks, "VP8L", Samples.vp8l(SIDE, SIDE, 1));
    if (!profile) {
      chunk(chunks, name, content);
    }
    return riff(chunks);
  }

  private static byte[] second(byte[] payload) {
    return JpegCanaryFiles.joined(Samples.vp8l(SIDE, SIDE, 2), payload);
  }

  private static byte[] animated(byte[] payload) {
    Sink chunks = new Sink(true, 64);
    chunk(chunks, "VP8X", head(0x02));
    chunk(chunks, "ANIM", new byte[6]);
    for (int i = 0; i < 2; i++) {
      Sink frame = new Sink(true, 64).zeros(6).u16(SIDE - 1).u8(0).u16(SIDE - 1).u8(0).u32(100);
      chunk(frame, "VP8L", Samples.vp8l(SIDE, SIDE, i));
      chunk(frame, "XMP ", payload);
      chunk(chunks, "ANMF", frame.toBytes());
    }
    return riff(chunks);
  }

  private static byte[] simple(byte[] payload) {
    Sink chunks = new Sink(true, 64);
    chunk(chunks, "VP8L", Samples.vp8l(SIDE, SIDE, 1));
    chunk(chunks, "XMP ", payload);
    return riff(chunks);
  }

  private static byte[] head(int flags) {
    return new Sink(true, 10).u32(flags).u16(SIDE - 1).u8(0).u16(SIDE - 1).u8(0).toBytes();
  }

  private static void chunk(Sink sink, String name, byte[] content) {
    sink.ascii(name).u32(content.length).put(content).zeros(content.length & 1);
  }

  private static byte[] riff(Sink chunks) {
    Sink sink = new Sink(true, 64).ascii("RIFF").u32(chunks.size() + 4L).ascii("WEBP");
    return sink.put(chunks.toBytes()).toBytes();
  }
}
