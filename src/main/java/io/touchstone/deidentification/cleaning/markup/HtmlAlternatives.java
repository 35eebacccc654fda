package io.touchstone.deidentification.cleaning.markup;

import io.touchstone.deidentification.cleaning.CleaningTools;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says beside its text: alternatives of pictures, titles of whatever, names for readers
 * who hear the page, and its own title.
 */
final class HtmlAlternatives {

  private static final List<String> ATTRIBUTES = List.of("alt", "title", "aria-label");

  private HtmlAlternatives() {}

  /**
   * Takes them out, or leaves them redacted where the project keeps them.
   *
   * @param removed counts what goes, added to
   */
  static void clean(Document page, CleaningTools tools, Map<String, Integer> removed) {
    for (Element element : page.select("[alt], [title], [aria-label]")) {
      for (String key : ATTRIBUTES) {
        if (!element.attr(key).isBlank()) {
          Optional<String> left = tools.alternative(element.attr(key));
          left.ifPresentOrElse(
              words -> element.attr(key, words),
              () -> {
                element.removeAttr(key);
                removed.merge("alternative-text", 1, Integer::sum);
              });
        }
      }
    }
    for (Element title : page.select("title")) {
      if (title.hasText()) {
        Optional<String> left = tools.alternative(title.text());
        left.ifPresentOrElse(
            title::text,
            () -> {
              title.remove();
              removed.merge("title", 1, Integer::sum);
            });
      }
    }
  }
}
