package io.touchstone.deidentification.cleaning;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a value may stand in bytes. */
final class Codings {

  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** Fewer characters of Base64 come about by chance where much of it stands. */
  private static final int SAFE = 8;

  private Codings() {}

  /**
   * Each way once.
   *
   * @param encoding one more that texts may be written in
   */
  static Collection<byte[]> of(String value, Optional<Charset> encoding) {
    Map<ByteBuffer, byte[]> all = new LinkedHashMap<>();
    byte[] plain = value.getBytes(StandardCharsets.UTF_8);
    byte[] wide = value.getBytes(StandardCharsets.UTF_16BE);
    add(all, plain);
    add(all, wide);
    add(all, value.getBytes(StandardCharsets.UTF_16LE));
    if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(value)) {
      add(all, value.getBytes(StandardCharsets.ISO_8859_1));
    }
    List<byte[]> narrow = new ArrayList<>(List.of(plain));
    encoding
        .filter(other -> other.newEncoder().canEncode(value))
        .map(value::getBytes)
        .filter(bytes -> !Arrays.equals(bytes, plain))
        .ifPresent(narrow::add);
    narrow.forEach(bytes -> add(all, bytes));
    List<byte[]> packed = new ArrayList<>(narrow);
    packed.add(wide);
    for (byte[] bytes : packed) {
      String hex = HexFormat.of().formatHex(bytes);
      add(all, ascii(hex));
      add(all, ascii(hex.toUpperCase(Locale.ROOT)));
    }
    narrow.forEach(bytes -> addWrapped(all, bytes));
    return all.values();
  }

  private static void addWrapped(Map<ByteBuffer, byte[]> all, byte[] bytes) {
    for (String escaped : List.of(escaped(bytes, '%'), escaped(bytes, '='))) {
      add(all, ascii(escaped));
      add(all, ascii(lowerDigits(escaped)));
      add(all, ascii(escaped.replace("%20", "+")));
    }
    for (int before = 0; before < 3; before++) {
      for (String text : base64(bytes, before)) {
        add(all, ascii(text));
        add(all, ascii(text.replace('+', '-').replace('/', '_')));
      }
    }
  }

  /** What stays the same in Base64 if that many bytes stand before the value. */
  private static List<String> base64(byte[] value, int before) {
    byte[] shifted = new byte[value.length + before];
    System.arraycopy(value, 0, shifted, before, value.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int first = (8 * before + 5) / 6;
    int last = 8 * shifted.length / 6;
    String core = text.substring(first, last);
    if (core.length() >= SAFE) {
      return List.of(core);
    }
    return before == 0 ? after(core, text, shifted.length) : before(core, text, before);
  }

  /** A character that the value shares with what follows, in all its ways. */
  private static List<String> after(String core, String text, int bytes) {
    int free = 6 - 8 * bytes % 6;
    if (free == 6) {
      return List.of(core);
    }
    int digit = DIGITS.indexOf(text.charAt(core.length()));
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 1 << free; i++) {
      all.add(core + DIGITS.charAt(digit | i));
    }
    return all;
  }

  /** A character that the value shares with what stands before, in all its ways. */
  private static List<String> before(String core, String text, int before) {
    int known = 6 * ((8 * before + 5) / 6) - 8 * before;
    int digit = DIGITS.indexOf(text.charAt((8 * before + 5) / 6 - 1));
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 1 << 6 - known; i++) {
      all.add(DIGITS.charAt(digit & (1 << known) - 1 | i << known) + core);
    }
    return all;
  }

  private static String escaped(byte[] bytes, char mark) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : bytes) {
      boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "-_.~".indexOf(b) >= 0);
      escaped.append(plain ? String.valueOf((char) b) : "%c%02X".formatted(mark, b & 0xff));
    }
    return escaped.toString();
  }

  private static String lowerDigits(String escaped) {
    StringBuilder lower = new StringBuilder(escaped);
    for (int i = 0; i + 2 < lower.length(); i++) {
      if (lower.charAt(i) == '%' || lower.charAt(i) == '=') {
        String digits = lower.substring(i + 1, i + 3).toLowerCase(Locale.ROOT);
        lower.replace(i + 1, i + 3, digits);
        i += 2;
      }
    }
    return lower.toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void add(Map<ByteBuffer, byte[]> all, byte[] coded) {
    all.putIfAbsent(ByteBuffer.wrap(coded), coded);
  }
}
