package io.touchstone.ingestion.object;

import io.touchstone.deidentification.cleaning.Redacted;
import java.nio.charset.StandardCharsets;

/**
 * What an object holds beside its item's text, redacted: attachments, names of sheets, alternatives
 * of pictures. It is kept to be searched, and shown to nobody. What stands in the place of a mask
 * is not in it, because nothing is to be found there.
 */
public final class SideTexts {

  /** Most that is searched of one object, in bytes of UTF-8. */
  static final int MOST_BYTES = 1 << 20;

  /** Between pieces, and in the place of a mask: no string goes over it. */
  private static final char GAP = '|';

  private final StringBuilder text = new StringBuilder();

  /**
   * @param redacted a piece as the object holds it
   */
  void add(Redacted redacted) {
    add(without(redacted));
  }

  private void add(String piece) {
    if (!piece.isBlank()) {
      text.append(text.isEmpty() ? "" : GAP).append(piece);
    }
  }

  /** How much there is so far. */
  int length() {
    return text.length();
  }

  /** Takes back what came since, which did not stay in the object. */
  void backTo(int length) {
    text.setLength(length);
  }

  /** Whether there is more than can be searched. */
  boolean isTooLong() {
    return text.length() > MOST_BYTES / 3
        && text.toString().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
  }

  /** All pieces. */
  String text() {
    return text.toString();
  }

  /** The asides of an object of which strings were replaced. */
  public static String after(String asides, StringRedaction redaction) {
    return without(redaction.shown(asides));
  }

  private static String without(Redacted redacted) {
    StringBuilder left = new StringBuilder(redacted.text());
    int longer = 0;
    for (Redacted.Replacement each : redacted.replacements()) {
      int start = each.start() + longer;
      left.replace(start, start + each.by().length(), String.valueOf(GAP));
      longer += 1 - (each.end() - each.start());
    }
    return left.toString();
  }
}
