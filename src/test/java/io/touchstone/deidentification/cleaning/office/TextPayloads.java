package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.Canaries;
import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.ObjectType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A canary in the codings that text in XML may have, put into the places of a format. */
final class TextPayloads {

  private static final Map<String, UnaryOperator<String>> SHOWN = new LinkedHashMap<>();
  private static final Map<String, UnaryOperator<String>> HIDDEN = new LinkedHashMap<>();

  static {
    SHOWN.put("utf8", canary -> canary);
    SHOWN.put("references", TextPayloads::references);
    HIDDEN.putAll(SHOWN);
    HIDDEN.put("hex", canary -> HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8)));
    HIDDEN.put(
        "base64",
        canary -> Base64.getEncoder().encodeToString(canary.getBytes(StandardCharsets.UTF_8)));
  }

  private TextPayloads() {}

  private static String references(String canary) {
    return canary.chars().mapToObj(c -> "&#" + c + ";").collect(Collectors.joining());
  }

  /**
   * One file for every place and coding.
   *
   * @param shown whether a reader sees the places; there the canary is coded as XML codes text
   */
  static List<CanaryFile> files(
      ObjectType type, boolean shown, Map<String, Function<String, byte[]>> places) {
    List<CanaryFile> files = new ArrayList<>();
    places.forEach(
        (place, object) ->
            (shown ? SHOWN : HIDDEN)
                .forEach(
                    (coding, coded) -> {
                      String canary = Canaries.next();
                      files.add(
                          new CanaryFile(
                              type.extension() + "-" + place + "-" + coding,
                              type,
                              object.apply(coded.apply(canary)),
                              List.of(canary),
                              shown));
                    }));
    return files;
  }
}
