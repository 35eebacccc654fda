package io.touchstone.ingestion.strangers;

import java.util.ArrayList;
import java.util.List;

/** An identifier as groups of characters and the separators between them. */
record Identifier(List<String> groups, List<String> separators) {

  Identifier {
    if (groups.size() != separators.size() + 1) {
      throw new IllegalArgumentException("groups " + groups + " separators " + separators);
    }
  }

  static Identifier whole(String text) {
    return new Identifier(List.of(text), List.of());
  }

  /** Cuts the text into groups of the given sizes, joined by one separator. */
  static Identifier cut(String text, String separator, int... sizes) {
    List<String> groups = new ArrayList<>();
    int at = 0;
    for (int size : sizes) {
      groups.add(text.substring(at, at + size));
      at += size;
    }
    if (at != text.length()) {
      throw new IllegalArgumentException(text + " is not of the given sizes");
    }
    return join(groups, separator);
  }

  /** Groups of one size, the last may be shorter. */
  static Identifier every(String text, String separator, int size) {
    List<String> groups = new ArrayList<>();
    for (int at = 0; at < text.length(); at += size) {
      groups.add(text.substring(at, Math.min(text.length(), at + size)));
    }
    return join(groups, separator);
  }

  static Identifier join(List<String> groups, String separator) {
    List<String> separators = new ArrayList<>();
    for (int i = 1; i < groups.size(); i++) {
      separators.add(separator);
    }
    return new Identifier(List.copyOf(groups), separators);
  }

  /** Splits a written form at its separators: every character that is no letter and no digit. */
  static Identifier parse(String written, String separatorCharacters) {
    List<String> groups = new ArrayList<>();
    List<String> separators = new ArrayList<>();
    StringBuilder group = new StringBuilder();
    StringBuilder separator = new StringBuilder();
    for (char c : written.toCharArray()) {
      if (separatorCharacters.indexOf(c) >= 0 && group.length() > 0) {
        separator.append(c);
        continue;
      }
      if (separator.length() > 0) {
        groups.add(group.toString());
        separators.add(separator.toString());
        group.setLength(0);
        separator.setLength(0);
      }
      group.append(c);
    }
    groups.add(group.toString());
    return new Identifier(groups, separators);
  }

  Identifier with(List<String> otherSeparators) {
    return new Identifier(groups, otherSeparators);
  }

  String core() {
    return String.join("", groups);
  }

  String text() {
    StringBuilder out = new StringBuilder(groups.get(0));
    for (int i = 1; i < groups.size(); i++) {
      out.append(separators.get(i - 1)).append(groups.get(i));
    }
    return out.toString();
  }
}
