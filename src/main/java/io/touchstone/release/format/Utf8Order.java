package io.touchstone.release.format;

import java.util.Comparator;

/**
 * Order of strings by Unicode code point, which is also the order of their UTF-8 bytes read as
 * unsigned numbers. {@link String#compareTo} differs: it orders UTF-16 units, so that an emoji
 * comes before U+E000.
 */
public final class Utf8Order implements Comparator<String> {

  /** The one instance. */
  public static final Comparator<String> INSTANCE = new Utf8Order();

  private Utf8Order() {}

  @Override
  public int compare(String left, String right) {
    int shared = Math.min(left.length(), right.length());
    for (int i = 0; i < shared; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        return Integer.compare(weight(a), weight(b));
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** Moves surrogates, which stand for code points from U+10000, above all other units. */
  private static int weight(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }
}
