package io.touchstone.deidentification.cleaning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.DeflaterOutputStream;

/** A canary in five codings, put into the places of a format. */
public final class Payloads {

  private static final Map<String, Function<String, byte[]>> CODINGS = new LinkedHashMap<>();

  static {
    CODINGS.put("utf8", canary -> canary.getBytes(StandardCharsets.UTF_8));
    CODINGS.put("utf16", canary -> canary.getBytes(StandardCharsets.UTF_16LE));
    CODINGS.put("hex", canary -> HexFormat.of().formatHex(canary.getBytes()).getBytes());
    CODINGS.put("base64", canary -> Base64.getEncoder().encode(canary.getBytes()));
    CODINGS.put("deflated", Payloads::deflated);
  }

  private Payloads() {}

  /**
   * One file for every place and coding, none of the canaries in the content.
   *
   * @param places what an object looks like with those bytes in that place
   */
  public static List<CanaryFile> files(
      ObjectType type, Map<String, Function<byte[], byte[]>> places) {
    List<CanaryFile> files = new ArrayList<>();
    places.forEach(
        (place, object) ->
            CODINGS.forEach(
                (coding, coded) -> {
                  String canary = Canaries.next();
                  files.add(
                      new CanaryFile(
                          type.extension() + "-" + place + "-" + coding,
                          type,
                          object.apply(coded.apply(canary)),
                          List.of(canary),
                          false));
                }));
    return files;
  }

  private static byte[] deflated(String canary) {
    return deflate(canary.getBytes(StandardCharsets.UTF_8));
  }

  /** With the head and checksum of zlib. */
  public static byte[] deflate(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
