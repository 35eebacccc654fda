package io.touchstone.ingestion;

/** Parts of texts by places in Unicode code points. */
final class CodePoints {

  private CodePoints() {}

  /**
   * @param start first code point
   * @param end code point after the last, within the text
   */
  static String part(String text, int start, int end) {
    int from = text.offsetByCodePoints(0, start);
    return text.substring(from, text.offsetByCodePoints(from, end - start));
  }
}
