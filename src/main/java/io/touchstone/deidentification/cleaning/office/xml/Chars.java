package io.touchstone.deidentification.cleaning.office.xml;

/** Text between tags. */
public final class Chars implements Node {

  private String text;

  public Chars(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  public void set(String other) {
    text = other;
  }
}
