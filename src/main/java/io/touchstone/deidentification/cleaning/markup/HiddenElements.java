package io.touchstone.deidentification.cleaning.markup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/** Finds what a browser would not show: a text that nobody sees is one that nobody checks. */
final class HiddenElements {

  private static final Pattern HIDING =
      Pattern.compile(
          "(?:^|[;\\s{])(?:display:none|visibility:(?:hidden|collapse)|opacity:0(?:\\.0{1,9})?(?![.\\d])"
              + "|font-size:0(?:px|pt|em|rem|%)?(?![.\\d])|mso-hide:all|content-visibility:hidden)");

  /** A style sheet made to cost time has more rules than that. */
  private static final int MAXIMUM_RULES = 2_000;

  private HiddenElements() {}

  static Set<Element> of(Document page) {
    Set<Element> hidden = new LinkedHashSet<>(page.select("[hidden], [type=hidden]"));
    for (Element styled : page.select("[style]")) {
      if (hides(styled.attr("style"))) {
        hidden.add(styled);
      }
    }
    for (String selector : hidingSelectors(page)) {
      try {
        hidden.addAll(page.select(selector));
      } catch (Selector.SelectorParseException | IllegalArgumentException e) {
        // A selector that the parser does not know, such as one of a state, hides nothing for good.
        continue;
      }
    }
    return hidden;
  }

  static boolean hides(String declarations) {
    String plain =
        declarations.toLowerCase(Locale.ROOT).replaceAll("\\s*([:;!])\\s*", "$1").strip();
    return HIDING.matcher(plain).find();
  }

  private static List<String> hidingSelectors(Document page) {
    List<String> selectors = new ArrayList<>();
    for (Element sheet : page.select("style")) {
      collect(sheet.data(), selectors);
    }
    return selectors;
  }

  /** Rules on the outermost level: what hides on paper or small screens only is shown. */
  private static void collect(String sheet, List<String> selectors) {
    int depth = 0;
    int start = 0;
    String selector = "";
    for (int at = 0; at < sheet.length() && selectors.size() < MAXIMUM_RULES; at++) {
      char c = sheet.charAt(at);
      if (sheet.startsWith("/*", at)) {
        int end = sheet.indexOf("*/", at + 2);
        at = end < 0 ? sheet.length() : end + 1;
        start = depth == 0 ? at + 1 : start;
      } else if (c == '{' && depth++ == 0) {
        selector = sheet.substring(Math.min(start, at), at).strip();
        start = at + 1;
      } else if (c == '}' && depth > 0 && --depth == 0) {
        if (!selector.startsWith("@") && hides(sheet.substring(Math.min(start, at), at))) {
          selectors.add(selector);
        }
        start = at + 1;
      }
    }
  }
}
