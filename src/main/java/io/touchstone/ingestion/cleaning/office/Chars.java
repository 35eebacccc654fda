package io.touchstone.ingestion.cleaning.office;

/** Text between tags. */
final class Chars implements Node {

  private String text;

  Chars(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  void set(String other) {
    text = other;
  }
}
