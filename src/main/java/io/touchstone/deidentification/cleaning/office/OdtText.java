package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.office.part.Cleanup;
import io.touchstone.deidentification.cleaning.office.part.Runs;
import io.touchstone.deidentification.cleaning.office.xml.Chars;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import io.touchstone.deidentification.cleaning.office.xml.Node;
import java.util.Optional;

/** Redacts the paragraphs of an OpenDocument text in the order in which they are read. */
final class OdtText {

  private static final int MOST_SPACES = 1000;

  private OdtText() {}

  /**
   * @param edges whether the part holds nothing but headers and footers
   */
  static void redact(Element part, Cleanup cleanup, boolean edges) {
    for (Element paragraph : part.all(e -> e.is("text:p") || e.is("text:h"))) {
      Runs runs = new Runs();
      collect(paragraph, runs);
      if (edges) {
        runs.redactEdge(cleanup);
      } else {
        runs.redact(cleanup);
      }
    }
    alternatives(part, cleanup);
  }

  private static void alternatives(Element parent, Cleanup cleanup) {
    parent.removeIf(
        child -> (child.is("svg:title") || child.is("svg:desc")) && !isKept(child, cleanup));
    parent.elements().forEach(child -> alternatives(child, cleanup));
  }

  private static boolean isKept(Element described, Cleanup cleanup) {
    Optional<String> left = cleanup.alternative(described.text());
    left.ifPresent(described::setText);
    return left.isPresent();
  }

  private static void collect(Element parent, Runs runs) {
    for (Node child : parent.children()) {
      if (child instanceof Chars chars) {
        runs.add(chars);
      } else if (child instanceof Element element) {
        switch (element.name()) {
          case "text:span" -> collect(element, runs);
          case "text:s" -> runs.addMark(parent, element, " ".repeat(count(element)));
          case "text:tab" -> runs.addMark(parent, element, "\t");
          case "text:line-break" -> runs.addMark(parent, element, "\n");
          default -> {}
        }
      }
    }
  }

  private static int count(Element spaces) {
    return spaces
        .attribute("text:c")
        .filter(c -> c.matches("[0-9]{1,4}"))
        .map(c -> Math.min(MOST_SPACES, Integer.parseInt(c)))
        .orElse(1);
  }
}
