package io.touchstone.deidentification;

/** Parts of texts by places in Unicode code points. */
public final class CodePoints {

  private CodePoints() {}

  /**
   * @param start first code point
   * @param end code point after the last, within the text
   */
  public static String part(String text, int start, int end) {
    int from = text.offsetByCodePoints(0, start);
    return text.substring(from, text.offsetByCodePoints(from, end - start));
  }

  /**
   * Finds places of a long text. It counts from where it was last, so that many places in order
   * take one pass over the text instead of one each.
   */
  public static final class Walk {

    private final String text;
    private int unit;
    private int point;

    public Walk(String text) {
      this.text = text;
    }

    /** Code points before a place given in characters. */
    public int points(int units) {
      point += units >= unit ? text.codePointCount(unit, units) : -text.codePointCount(units, unit);
      unit = units;
      return point;
    }

    /** Characters before a place given in code points. */
    public int units(int points) {
      unit = text.offsetByCodePoints(unit, points - point);
      point = points;
      return unit;
    }

    /**
     * @param start first code point
     * @param end code point after the last, within the text
     */
    public String part(int start, int end) {
      int from = units(start);
      return text.substring(from, units(end));
    }
  }
}
