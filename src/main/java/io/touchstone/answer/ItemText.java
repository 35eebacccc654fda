package io.touchstone.answer;

/** A text by its code points, as spans count them. */
public final class ItemText {

  private final int[] codePoints;

  public ItemText(String text) {
    codePoints = text.codePoints().toArray();
  }

  /** Number of code points. */
  public int length() {
    return codePoints.length;
  }

  /** What lies between two places; nothing where they are no places of this text in order. */
  public String slice(int start, int end) {
    return start < 0 || end > codePoints.length || end < start
        ? ""
        : new String(codePoints, start, end - start);
  }
}
