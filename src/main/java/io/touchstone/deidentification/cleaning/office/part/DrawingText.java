package io.touchstone.deidentification.cleaning.office.part;

import io.touchstone.deidentification.cleaning.office.xml.Element;
import io.touchstone.deidentification.cleaning.office.xml.Node;
import java.util.ArrayList;
import java.util.List;

/** Redacts the paragraphs of shapes, tables of slides and titles of charts. */
public final class DrawingText {

  private DrawingText() {}

  /** Redacts what is read. */
  public static void redact(Element part, Cleanup cleanup) {
    for (Element paragraph : part.all("a:p")) {
      runs(paragraph, cleanup).redact(cleanup);
    }
  }

  /** Redacts what is read in a header, or on every slide of a layout. */
  public static void redactEdge(Element part, Cleanup cleanup) {
    for (Element paragraph : part.all("a:p")) {
      runs(paragraph, cleanup).redactEdge(cleanup);
    }
  }

  private static Runs runs(Element paragraph, Cleanup cleanup) {
    Runs runs = new Runs();
    List<Node> kept = new ArrayList<>();
    for (Node child : paragraph.children()) {
      if (child instanceof Element element) {
        Element content = element.is("a:fld") ? plain(element, cleanup) : element;
        if (content.is("a:br")) {
          runs.addMark(paragraph, content, "\n");
        } else if (content.is("a:r")) {
          content.child("a:t").ifPresent(runs::add);
        }
        kept.add(content);
      }
    }
    paragraph.setChildren(kept);
    return runs;
  }

  /** A field's text without what computes it anew. */
  private static Element plain(Element field, Cleanup cleanup) {
    cleanup.removed("field");
    Element run = new Element("a:r");
    field.child("a:rPr").ifPresent(run::add);
    return run.add(field.child("a:t").orElse(new Element("a:t")));
  }
}
