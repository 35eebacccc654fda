package io.touchstone.deidentification.cleaning.metadata;

import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Payloads;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** GIF with a canary in every kind of extension, behind the pixels and behind the end. */
public final class GifCanaryFiles {

  private GifCanaryFiles() {}

  /** One for every place and coding. */
  public static List<CanaryFile> all() {
    Map<String, Function<byte[], byte[]>> places = new LinkedHashMap<>();
    places.put("comment", payload -> with(0xfe, new byte[0], payload));
    places.put("xmp", payload -> with(0xff, "XMP DataXMP".getBytes(), payload));
    places.put("profile", payload -> with(0xff, "ICCRGBG1012".getBytes(), payload));
    places.put("application", payload -> with(0xff, "SOMEBODY1.0".getBytes(), payload));
    places.put("loop-rest", payload -> with(0xff, "NETSCAPE2.0".getBytes(), payload));
    places.put("caption", payload -> with(0x01, new byte[12], payload));
    places.put("unknown", payload -> with(0x77, new byte[0], payload));
    places.put("tail", payload -> JpegCanaryFiles.joined(Samples.gif(2), payload));
    places.put("pixels-rest", GifCanaryFiles::behindPixels);
    return Payloads.files(ObjectType.GIF, places);
  }

  /** An extension before the end. */
  private static byte[] with(int label, byte[] head, byte[] payload) {
    byte[] gif = Samples.gif(2);
    Sink block = new Sink(true, 64).u8(0x21).u8(label);
    if (head.length > 0) {
      block.u8(head.length).put(head);
    }
    block.u8(payload.length).put(payload).u8(0);
    return JpegCanaryFiles.inserted(gif, gif.length - 1, block.toBytes());
  }

  /** The last block of pixels is followed by the end of blocks and the end of the file. */
  private static byte[] behindPixels(byte[] payload) {
    byte[] gif = Samples.gif(1);
    byte[] block = new Sink(true, 64).u8(payload.length).put(payload).toBytes();
    return JpegCanaryFiles.inserted(gif, gif.length - 2, block);
  }
}
