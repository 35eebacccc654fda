package io.touchstone.deidentification.cleaning;

import java.util.concurrent.atomic.AtomicLong;

/** Makes canaries: words of 14 letters that stand in no other text and in no compressed data. */
public final class Canaries {

  private static final AtomicLong COUNT = new AtomicLong();

  private Canaries() {}

  /** One that was not given out before in this run; the same run gives the same ones. */
  public static String next() {
    // An odd factor spreads the count over the letters and gives none of them twice.
    long spread = COUNT.incrementAndGet() * 2_654_435_761L % 208_827_064_576L;
    StringBuilder word = new StringBuilder("Zqk");
    for (int i = 0; i < 8; i++) {
      word.append((char) ('a' + spread % 26));
      spread /= 26;
    }
    return word.append("vxj").toString();
  }
}
