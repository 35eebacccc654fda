package io.touchstone.deidentification.cleaning.metadata;

import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Payloads;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** TIFF with a canary in tags, directories below the page, gaps, coded pixels and previews. */
public final class TiffCanaryFiles {

  private static final int[] TEXTS = {269, 270, 271, 272, 285, 305, 306, 315, 316, 33_432};
  private static final int[] BLOCKS = {700, 33_723, 34_377, 37_724, 50_341, 50_900, 65_000};
  private static final int[] DIRECTORIES = {330, 34_665, 34_853, 40_965};

  private TiffCanaryFiles() {}

  /** One for every place and coding. */
  public static List<CanaryFile> all() {
    Map<String, Function<byte[], byte[]>> places = new LinkedHashMap<>();
    for (int tag : TEXTS) {
      places.put("text-" + tag, payload -> page(tag % 2 == 0).tag(tag, 2, payload).bytes());
    }
    for (int tag : BLOCKS) {
      places.put("block-" + tag, payload -> page(true).tag(tag, 7, payload).bytes());
    }
    for (int tag : DIRECTORIES) {
      places.put("directory-" + tag, payload -> page(true).below(tag, payload).bytes());
    }
    places.put("resolution-as-text", payload -> page(true).tag(282, 2, payload).bytes());
    places.put("software-on-page-two", payload -> pages().tag(305, 2, payload).bytes());
    places.put("profile", payload -> page(true).tag(34_675, 7, profile(payload)).bytes());
    places.put("hole", payload -> page(true).hole(payload).bytes());
    places.put("tail", payload -> JpegCanaryFiles.joined(page(true).bytes(), payload));
    places.put(
        "preview", payload -> pages().numbers(4, Map.of(254, 1)).tag(270, 2, payload).bytes());
    places.put("preview-pixels", TiffCanaryFiles::previewPixels);
    places.put("raw-rest", payload -> coded(1, TiffFile.pixels(), payload));
    places.put("deflate-rest", payload -> coded(8, Payloads.deflate(TiffFile.pixels()), payload));
    places.put("packed-rest", payload -> coded(32_773, packed(), payload));
    places.put("jpeg-comment", payload -> jpeg(jpegComment(payload)));
    places.put("jpeg-rest", payload -> jpeg(JpegCanaryFiles.joined(grey(), payload)));
    return Payloads.files(ObjectType.TIFF, places);
  }

  private static TiffFile page(boolean little) {
    return new TiffFile(little).page(1, TiffFile.pixels());
  }

  private static TiffFile pages() {
    return page(true).page(1, TiffFile.pixels());
  }

  private static byte[] profile(byte[] payload) {
    return Profiles.with("desc", "desc", payload);
  }

  private static byte[] previewPixels(byte[] payload) {
    byte[] pixels = Arrays.copyOf(payload, TiffFile.SIDE * TiffFile.SIDE);
    return page(true).page(1, pixels).numbers(4, Map.of(254, 1)).bytes();
  }

  private static byte[] coded(int compression, byte[] pixels, byte[] payload) {
    return new TiffFile(true).page(compression, JpegCanaryFiles.joined(pixels, payload)).bytes();
  }

  /** Two runs of 128 bytes, as they are. */
  private static byte[] packed() {
    byte[] pixels = TiffFile.pixels();
    return new Sink(true, 300).u8(127).put(pixels, 0, 128).u8(127).put(pixels, 128, 128).toBytes();
  }

  private static byte[] grey() {
    return Samples.greyJpeg();
  }

  private static byte[] jpegComment(byte[] payload) {
    byte[] head = new Sink(false, 4).u16(0xfffe).u16(2 + payload.length).toBytes();
    return JpegCanaryFiles.inserted(grey(), 2, JpegCanaryFiles.joined(head, payload));
  }

  /** The grey picture of the samples is 33 by 20. */
  private static byte[] jpeg(byte[] coded) {
    return new TiffFile(true).page(7, coded).numbers(3, Map.of(256, 33, 257, 20, 278, 20)).bytes();
  }
}
