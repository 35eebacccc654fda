package io.touchstone.quality.guideline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a guideline says of one class: the part under the heading of that name. */
final class GuidelinePassage {

  private static final Pattern PARTS = Pattern.compile("(?m)^(?=#{1,6} )");
  private static final Pattern HEADING = Pattern.compile("^(#{1,6}) +(.*?)[ #]*(?:\\R|$)");

  private GuidelinePassage() {}

  /**
   * The Markdown below the heading, with the parts that are one step deeper; empty if no heading
   * has that name.
   */
  static Optional<String> of(String markdown, String className) {
    List<String> parts = Stream.of(PARTS.split(markdown)).toList();
    for (int at = 0; at < parts.size(); at++) {
      if (title(parts.get(at)).equals(className.strip().toLowerCase(Locale.ROOT))) {
        return Optional.of(withDeeperParts(parts, at)).filter(text -> !text.isBlank());
      }
    }
    return Optional.empty();
  }

  private static String withDeeperParts(List<String> parts, int at) {
    int depth = depth(parts.get(at));
    StringBuilder text = new StringBuilder(HEADING.matcher(parts.get(at)).replaceFirst(""));
    for (int next = at + 1; next < parts.size() && depth(parts.get(next)) > depth; next++) {
      text.append(parts.get(next));
    }
    return text.toString().strip();
  }

  private static String title(String part) {
    var heading = HEADING.matcher(part);
    return heading.find() ? heading.group(2).strip().toLowerCase(Locale.ROOT) : "";
  }

  private static int depth(String part) {
    var heading = HEADING.matcher(part);
    return heading.find() ? heading.group(1).length() : 0;
  }
}
