package io.touchstone.deidentification.cleaning.markup;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a written page again by walking over its characters, so that what the parser of the writer
 * overlooks is seen: texts with the tags taken out, and every value within a tag.
 */
final class HtmlScan {

  private HtmlScan() {}

  static List<String> texts(String page) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < page.length()) {
      int open = page.indexOf('<', at);
      if (open < 0) {
        text.append(page, at, page.length());
        break;
      }
      text.append(page, at, open);
      int close = endOfTag(page, open);
      String tag = page.substring(open + 1, close);
      if (!isInline(tag)) {
        add(text, texts);
      }
      values(tag, texts);
      at = close + 1;
    }
    add(text, texts);
    return texts;
  }

  private static void add(StringBuilder text, List<String> texts) {
    if (!text.toString().isBlank()) {
      texts.add(unescaped(text.toString().strip()));
    }
    text.setLength(0);
  }

  /** Marks of letters and cells; the cells of a row are read as one text, as they are redacted. */
  private static boolean isInline(String tag) {
    String name = tag.startsWith("/") ? tag.substring(1) : tag;
    int end = 0;
    while (end < name.length() && Character.isLetterOrDigit(name.charAt(end))) {
      end++;
    }
    return List.of("b", "i", "u", "s", "a", "em", "strong", "span", "sub", "sup", "small", "mark")
        .contains(name.substring(0, end));
  }

  /** Within quotes a tag does not end. */
  private static int endOfTag(String page, int open) {
    boolean quoted = false;
    for (int at = open; at < page.length(); at++) {
      char c = page.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '>' && !quoted) {
        return at;
      }
    }
    return page.length();
  }

  private static void values(String tag, List<String> texts) {
    int at = tag.indexOf('"');
    while (at >= 0) {
      int end = tag.indexOf('"', at + 1);
      String value = tag.substring(at + 1, end < 0 ? tag.length() : end);
      if (!value.isBlank() && !value.startsWith("data:image/")) {
        texts.add(unescaped(value));
      }
      at = end < 0 ? -1 : tag.indexOf('"', end + 1);
    }
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", "\u00a0")
        .replace("&#xa0;", "\u00a0")
        .replace("&amp;", "&");
  }
}
