package io.touchstone.deidentification.cleaning.office.part;

import io.touchstone.deidentification.cleaning.office.container.Relation;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import io.touchstone.deidentification.cleaning.office.xml.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Diagrams ("SmartArt") as plain text, on slides in boxes: what is written in them is read, while
 * their five parts hold it three times.
 */
public final class Diagrams {

  private final Conversion conversion;
  private final Map<String, Relation> relations;

  /**
   * @param relations of the part that they are in
   */
  public Diagrams(Conversion conversion, Map<String, Relation> relations) {
    this.conversion = conversion;
    this.relations = relations;
  }

  /** Puts boxes in the place of diagrams, at all depths. */
  public void toText(Element parent) throws IOException {
    List<Node> kept = new ArrayList<>(parent.children().size());
    for (Node child : parent.children()) {
      if (child instanceof Element element && element.is("p:graphicFrame")) {
        kept.add(box(element).orElse(element));
      } else {
        if (child instanceof Element element) {
          toText(element);
        }
        kept.add(child);
      }
    }
    parent.setChildren(kept);
  }

  /** Puts what is written in diagrams behind the paragraphs that they are in, at all depths. */
  public void toParagraphs(Element parent) throws IOException {
    List<Node> kept = new ArrayList<>(parent.children().size());
    for (Node child : parent.children()) {
      kept.add(child);
      if (child instanceof Element element) {
        toParagraphs(element);
        if (element.is("w:p")) {
          for (Element paragraph : paragraphs(element)) {
            kept.add(
                new Element("w:p")
                    .add(new Element("w:r").add(new Element("w:t").setText(paragraph.text()))));
          }
        }
      }
    }
    parent.setChildren(kept);
  }

  private Optional<Element> box(Element frame) throws IOException {
    Element body = new Element("p:txBody").add(new Element("a:bodyPr"));
    body.addAll(paragraphs(frame));
    if (body.child("a:p").isEmpty()) {
      return Optional.empty();
    }
    Element place = new Element("a:xfrm");
    frame.child("p:xfrm").ifPresent(xfrm -> place.addAll(xfrm.children()));
    Element square = new Element("a:prstGeom", "prst", "rect").add(new Element("a:avLst"));
    return Optional.of(
        new Element("p:sp")
            .add(names(frame))
            .add(new Element("p:spPr").add(place).add(square))
            .add(body));
  }

  private List<Element> paragraphs(Element frame) throws IOException {
    Optional<String> part =
        frame.all("dgm:relIds").stream()
            .flatMap(ids -> ids.attribute("r:dm").stream())
            .flatMap(id -> Optional.ofNullable(relations.get(id)).stream())
            .filter(relation -> !relation.external())
            .map(Relation::target)
            .findFirst();
    Optional<Element> data = part.isEmpty() ? Optional.empty() : conversion.read(part.get());
    return data.map(e -> e.all("dgm:t")).orElse(List.of()).stream()
        .flatMap(text -> text.elements().stream())
        .filter(e -> e.is("a:p") && !e.text().isBlank())
        .toList();
  }

  private static Element names(Element frame) {
    String id =
        frame.all("p:cNvPr").stream()
            .flatMap(e -> e.attribute("id").stream())
            .findFirst()
            .orElse("1");
    return new Element("p:nvSpPr")
        .add(new Element("p:cNvPr", "id", id, "name", "Object"))
        .add(new Element("p:cNvSpPr"))
        .add(new Element("p:nvPr"));
  }
}
