package io.touchstone.ingestion.strangers;

import java.util.Random;

/** Small draws shared by the makers. */
final class Draw {

  private Draw() {}

  static String digits(Random r, int n) {
    return from(r, "0123456789", n);
  }

  static String from(Random r, String alphabet, int n) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < n; i++) {
      out.append(alphabet.charAt(r.nextInt(alphabet.length())));
    }
    return out.toString();
  }

  /** A number of low..high with leading zeros. */
  static String padded(Random r, int low, int high, int width) {
    return String.format("%0" + width + "d", between(r, low, high));
  }

  static int between(Random r, int low, int high) {
    return low + r.nextInt(high - low + 1);
  }

  @SafeVarargs
  static <T> T of(Random r, T... choices) {
    return choices[r.nextInt(choices.length)];
  }
}
