package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.office.part.Cleanup;
import io.touchstone.deidentification.cleaning.office.part.Runs;
import io.touchstone.deidentification.cleaning.office.xml.Element;

/** Redacts the paragraphs of a story in the order in which they are read. */
final class WordText {

  private WordText() {}

  /**
   * @param edge whether the story is a header or footer
   */
  static void redact(Element story, Cleanup cleanup, boolean edge) {
    for (Element paragraph : story.all("w:p")) {
      Runs runs = new Runs();
      collect(paragraph, runs);
      if (edge) {
        runs.redactEdge(cleanup);
      } else {
        runs.redact(cleanup);
      }
    }
  }

  private static void collect(Element parent, Runs runs) {
    boolean isRun = parent.is("w:r");
    for (Element child : parent.elements()) {
      switch (child.name()) {
        case "w:t" -> runs.add(preserving(child));
        case "m:t" -> runs.add(child);
        case "w:txbxContent", "w:pPr", "w:rPr", "w:p" -> {}
        case "w:tab", "w:ptab" -> mark(isRun, parent, child, "\t", runs);
        case "w:br", "w:cr" -> mark(isRun, parent, child, "\n", runs);
        case "w:noBreakHyphen" -> mark(isRun, parent, child, "\u2011", runs);
        case "w:softHyphen" -> mark(isRun, parent, child, "\u00ad", runs);
        default -> collect(child, runs);
      }
    }
  }

  private static Element preserving(Element text) {
    String content = text.text();
    boolean hasEdges = !content.strip().equals(content);
    return hasEdges ? text.set("xml:space", "preserve") : text;
  }

  private static void mark(
      boolean isRun, Element parent, Element child, String character, Runs runs) {
    if (isRun) {
      runs.addMark(parent, child, character);
    }
  }
}
