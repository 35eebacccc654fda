package io.touchstone.deidentification.operator;

import io.touchstone.deidentification.recogniser.folding.Folding;

/** How a number is written, apart from its digits. */
final class Shape {

  private Shape() {}

  static String digits(String raw) {
    StringBuilder digits = new StringBuilder();
    String folded = Folding.of(raw);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  /**
   * The digits or letters and digits, divided as the original.
   *
   * @param characters as many as the original has of those that are replaced
   * @param letters whether letters are replaced as well
   */
  static String filled(String raw, String characters, boolean letters) {
    String folded = Folding.of(raw);
    StringBuilder filled = new StringBuilder();
    int next = 0;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      boolean replaced = c >= '0' && c <= '9' || letters && Character.isLetter(c);
      if (!replaced) {
        filled.append(c);
      } else if (next < characters.length()) {
        char with = characters.charAt(next++);
        filled.append(Character.isLowerCase(c) ? Character.toLowerCase(with) : with);
      }
    }
    return filled.append(characters.substring(Math.min(next, characters.length()))).toString();
  }
}
