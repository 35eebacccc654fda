package io.touchstone.release.format;

/** Text from outside on a page of Markdown. */
public final class Markdown {

  private Markdown() {}

  /** One line, with the characters that would open Markdown or a table cell made harmless. */
  public static String text(String value) {
    return value.replaceAll("\\s+", " ").strip().replaceAll("([\\\\`*_\\[\\]<>|])", "\\\\$1");
  }
}
