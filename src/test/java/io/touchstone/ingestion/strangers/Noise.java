package io.touchstone.ingestion.strangers;

/** The one thing that makes a case differ from the official way of writing. */
enum Noise {
  CLEAN("clean"),
  SEPARATORS("separators"),
  LINE_BREAK("line-break"),
  UNICODE("unicode"),
  TYPING("typing");

  final String label;

  Noise(String label) {
    this.label = label;
  }
}
