package io.touchstone.ingestion.strangers;

/** A text cut at its identifier. */
record Placed(String before, String written, String after) {

  String text() {
    return before + written + after;
  }

  int start() {
    return before.codePointCount(0, before.length());
  }

  int end() {
    return start() + written.codePointCount(0, written.length());
  }
}
