package io.touchstone.deidentification.cleaning;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of text after redaction.
 *
 * @param text with the replacements in it
 * @param replacements in order, disjoint; empty where the text stays
 */
public record Redacted(String text, List<Replacement> replacements) {

  public Redacted {
    replacements = List.copyOf(replacements);
  }

  /** What stands in the place of what was found, without the rest of the text. */
  public String replaced() {
    return replacements.stream().map(Replacement::by).collect(Collectors.joining(" "));
  }

  /**
   * A stretch of the text before redaction and what stands in its place.
   *
   * @param start first character (UTF-16)
   * @param end character after the last
   */
  public record Replacement(int start, int end, String by) {}
}
