package io.touchstone.deidentification.cleaning;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks for a canary in bytes, slowly and simply: every coding by itself, and again in everything
 * that can be unpacked.
 */
public final class CanarySearch {

  private static final int DEEPEST = 3;
  private static final int MOST = 1 << 20;

  private CanarySearch() {}

  /** Whether one stands there in any coding, in letters of any case. */
  static boolean finds(byte[] bytes, String canary) {
    return finds(bytes, canary, 0);
  }

  private static boolean finds(byte[] bytes, String canary, int depth) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String lower = text.toLowerCase(Locale.ROOT);
    byte[] plain = canary.getBytes(StandardCharsets.UTF_8);
    String hex = HexFormat.of().formatHex(plain);
    String wide = String.join("\0", canary.toLowerCase(Locale.ROOT).split(""));
    String hexOfWide = HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_16BE));
    for (String coded : List.of(canary.toLowerCase(Locale.ROOT), wide, hex, hexOfWide)) {
      if (lower.contains(coded)) {
        return true;
      }
    }
    String oneLine = text.replace("\r", "").replace("\n", "");
    for (int shift = 0; shift < 3; shift++) {
      String coded = Base64.getEncoder().encodeToString((" ".repeat(shift) + canary).getBytes());
      // What stands before and behind changes the first and last characters.
      String core = coded.substring(shift == 0 ? 0 : 4, coded.length() - 4);
      if (oneLine.contains(core)) {
        return true;
      }
    }
    return depth < DEEPEST && findsPacked(bytes, canary, depth);
  }

  private static boolean findsPacked(byte[] bytes, String canary, int depth) {
    for (int i = 0; i + 6 < bytes.length; i++) {
      boolean zlib = bytes[i] == 0x78 && ((bytes[i] << 8) + (bytes[i + 1] & 0xff)) % 31 == 0;
      boolean member = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 3;
      if (member && i + 30 < bytes.length) {
        int start = i + 30 + (bytes[i + 26] & 0xff) + (bytes[i + 28] & 0xff);
        if (start < bytes.length && finds(inflated(bytes, start, true), canary, depth + 1)) {
          return true;
        }
      }
      if (zlib && finds(inflated(bytes, i, false), canary, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] inflated(byte[] bytes, int start, boolean raw) {
    Inflater inflater = new Inflater(raw);
    inflater.setInput(bytes, start, bytes.length - start);
    byte[] unpacked = new byte[MOST];
    try {
      return Arrays.copyOf(unpacked, inflater.inflate(unpacked));
    } catch (DataFormatException e) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }
}
