package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.office.part.Cleanup;
import io.touchstone.deidentification.cleaning.office.xml.Chars;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import io.touchstone.deidentification.cleaning.office.xml.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes of an OpenDocument text the one that a reader sees on paper. */
final class OdtStory {

  private static final Map<String, String> REMOVED =
      Map.ofEntries(
          Map.entry("office:annotation", "comment"),
          Map.entry("office:annotation-end", ""),
          Map.entry("text:tracked-changes", "deletion"),
          Map.entry("text:change", ""),
          Map.entry("text:change-start", ""),
          Map.entry("text:change-end", ""),
          Map.entry("text:bookmark", "bookmark"),
          Map.entry("text:bookmark-start", "bookmark"),
          Map.entry("text:bookmark-end", ""),
          Map.entry("text:hidden-text", "hidden-text"),
          Map.entry("text:hidden-paragraph", "hidden-text"),
          Map.entry("text:script", "macro"),
          Map.entry("text:ruby-text", "reading-aid"),
          Map.entry("office:forms", "form"),
          Map.entry("office:scripts", "macro"),
          Map.entry("office:event-listeners", "macro"),
          Map.entry("draw:object", "embedding"),
          Map.entry("draw:object-ole", "embedding"),
          Map.entry("draw:plugin", "embedding"),
          Map.entry("draw:applet", "embedding"),
          Map.entry("draw:floating-frame", "embedding"),
          Map.entry("text:user-field-decls", "field"),
          Map.entry("text:variable-decls", "field"),
          Map.entry("text:sequence-decls", ""),
          Map.entry("text:dde-connection-decls", "field"),
          Map.entry("text:database-display", "field"));

  /** Shapes whose place is lost; what is written in them follows the paragraph. */
  private static final Set<String> SHAPES =
      Set.of(
          "draw:g",
          "draw:custom-shape",
          "draw:rect",
          "draw:ellipse",
          "draw:circle",
          "draw:line",
          "draw:polyline",
          "draw:polygon",
          "draw:path",
          "draw:connector",
          "draw:caption",
          "draw:regular-polygon",
          "draw:measure",
          "draw:a",
          "draw:control");

  private static final Set<String> INLINE =
      Set.of(
          "text:span",
          "text:s",
          "text:tab",
          "text:line-break",
          "text:soft-page-break",
          "text:note",
          "draw:frame");

  private final Cleanup cleanup;
  private final Set<String> hidden;
  private final Deque<List<Node>> after = new ArrayDeque<>();

  private OdtStory(Cleanup cleanup, Set<String> hidden) {
    this.cleanup = cleanup;
    this.hidden = hidden;
  }

  /**
   * Changes a part in place.
   *
   * @param hidden names of styles whose text is not shown
   */
  static void settle(Element part, Cleanup cleanup, Set<String> hidden) {
    new OdtStory(cleanup, hidden).children(part, false);
  }

  /** Names of the styles of a part that hide text, those included that are based on one. */
  static Set<String> hiddenStyles(Element part) {
    Set<String> hidden = new HashSet<>();
    List<Element> styles = part.all("style:style");
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Element style : styles) {
        Optional<String> name = style.attribute("style:name");
        boolean hides =
            style.elements().stream()
                    .flatMap(e -> e.attribute("text:display").stream())
                    .anyMatch(display -> !display.equals("true"))
                || style.attribute("style:parent-style-name").filter(hidden::contains).isPresent();
        grew |= hides && name.isPresent() && hidden.add(name.get());
      }
    }
    return hidden;
  }

  private void children(Element parent, boolean inParagraph) {
    List<Node> kept = new ArrayList<>(parent.children().size());
    for (Node child : parent.children()) {
      if (child instanceof Element element) {
        element(element, inParagraph, kept);
      } else if (child instanceof Chars chars) {
        chars.set(chars.text().replaceAll("[ \t\r\n]+", " "));
        kept.add(chars);
      }
    }
    parent.setChildren(kept);
  }

  private void element(Element element, boolean inParagraph, List<Node> kept) {
    String name = element.name();
    if (REMOVED.containsKey(name) || name.endsWith("-source") && name.startsWith("text:")) {
      count(REMOVED.getOrDefault(name, ""));
    } else if (isHidden(element)) {
      cleanup.removed("hidden-text");
    } else if (name.equals("text:p") || name.equals("text:h")) {
      paragraph(element, kept);
    } else if (SHAPES.contains(name)) {
      shape(element);
    } else if (name.equals("table:covered-table-cell")) {
      cleanup.removed("hidden-cell", element.text().isEmpty() ? 0 : 1);
      element.setText("");
      kept.add(element);
    } else if (inParagraph ? !INLINE.contains(name) : isWrapper(name)) {
      cleanup.removed(inParagraph ? "field" : "index");
      children(element, inParagraph);
      kept.addAll(element.children());
    } else {
      boolean isBlock = name.equals("text:note") || name.equals("draw:frame");
      children(element, inParagraph && !isBlock);
      kept.add(element);
    }
  }

  private void count(String what) {
    if (!what.isEmpty()) {
      cleanup.removed(what);
    }
  }

  private static boolean isWrapper(String name) {
    return name.startsWith("text:")
        && (name.endsWith("-index")
            || name.endsWith("-of-content")
            || name.equals("text:index-body")
            || name.equals("text:index-title")
            || name.equals("text:bibliography"));
  }

  private boolean isHidden(Element element) {
    boolean byStyle =
        element.name().startsWith("text:")
            && element.attribute("text:style-name").filter(hidden::contains).isPresent();
    boolean bySection =
        element.is("text:section")
            && element.attribute("text:display").filter(d -> !d.equals("true")).isPresent();
    boolean byRow =
        element.name().startsWith("table:")
            && element.attribute("table:visibility").filter(v -> !v.equals("visible")).isPresent();
    return byStyle || bySection || byRow;
  }

  private void paragraph(Element paragraph, List<Node> kept) {
    after.push(new ArrayList<>());
    children(paragraph, true);
    kept.add(paragraph);
    kept.addAll(after.pop());
  }

  private void shape(Element shape) {
    cleanup.removed("drawing");
    for (Element text : shape.all(e -> e.is("text:p") || e.is("text:h"))) {
      List<Node> kept = new ArrayList<>();
      element(text, false, kept);
      if (!after.isEmpty()) {
        after.peek().addAll(kept);
      }
    }
  }
}
