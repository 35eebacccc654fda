package io.touchstone.deidentification.cleaning.office.part;

import io.touchstone.deidentification.cleaning.office.container.Links;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import io.touchstone.deidentification.cleaning.office.xml.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Charts with the values that they show and without the workbook that they came from: what was a
 * reference to cells becomes the cells' values.
 */
final class Charts {

  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

  private final Conversion conversion;
  private final String folder;
  private final Map<String, Optional<String>> names = new HashMap<>();

  Charts(Conversion conversion, String folder) {
    this.conversion = conversion;
    this.folder = folder;
  }

  /** The name of the cleaned chart of a part; empty if it is none. */
  Optional<String> of(String part) throws IOException {
    Optional<String> known = names.get(part);
    if (known == null) {
      names.put(part, Optional.empty());
      known = clean(part);
      names.put(part, known);
    }
    return known;
  }

  private Optional<String> clean(String part) throws IOException {
    Optional<Element> read = conversion.read(part).filter(root -> root.is("c:chartSpace"));
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Element root = read.get();
    String name = conversion.written().newName(folder + "/charts/chart", "xml");
    Compatibility.settle(root);
    literal(root);
    texts(root);
    Links links =
        new Links(conversion.written(), name, conversion.relations(part), conversion::drawn);
    conversion.write(name, TYPE, root, links, Styles.NONE);
    return Optional.of(name);
  }

  private void literal(Element parent) {
    List<Node> kept = new ArrayList<>(parent.children().size());
    for (Node child : parent.children()) {
      if (child instanceof Element element) {
        switch (element.name()) {
          case "c:numRef" -> cached(element, "c:numCache", "c:numLit").ifPresent(kept::add);
          case "c:strRef" -> kept.addAll(strings(parent, element));
          case "c:multiLvlStrRef" -> levels(element).ifPresent(kept::add);
          default -> {
            literal(element);
            kept.add(element);
          }
        }
      } else {
        kept.add(child);
      }
    }
    parent.setChildren(kept);
  }

  private static Optional<Element> cached(Element reference, String cache, String literal) {
    return reference.child(cache).map(e -> new Element(literal).addAll(e.children()));
  }

  /** The name of a series is a value; a title is text; categories are literals. */
  private static List<Element> strings(Element parent, Element reference) {
    Optional<Element> literal = cached(reference, "c:strCache", "c:strLit");
    if (!parent.is("c:tx")) {
      return literal.stream().toList();
    }
    String text = literal.map(e -> e.child("c:pt").map(Element::text).orElse("")).orElse("");
    return List.of(new Element("c:v").setText(text));
  }

  private static Optional<Element> levels(Element reference) {
    Optional<Element> cache = reference.child("c:multiLvlStrCache");
    return cache.map(
        e -> {
          Element literal = new Element("c:strLit");
          e.child("c:ptCount").ifPresent(literal::add);
          e.child("c:lvl").ifPresent(level -> literal.addAll(level.children()));
          return literal;
        });
  }

  private void texts(Element element) {
    for (Element child : List.copyOf(element.elements())) {
      if (child.is("a:p")) {
        DrawingText.redact(new Element("c:rich").add(child), conversion.cleanup());
      } else if (child.is("c:tx") && child.child("c:v").isPresent() && !element.is("c:ser")) {
        child.setChildren(new ArrayList<>(List.of(rich(child.text()))));
        texts(child);
      } else if (child.is("c:v")) {
        value(element, child);
      } else {
        texts(child);
      }
    }
    element.removeIf(child -> child.is("c:pt") && child.child("c:v").isEmpty());
  }

  private void value(Element point, Element value) {
    String text = value.text();
    Runs runs = new Runs();
    runs.add(value);
    runs.redact(conversion.cleanup());
    boolean isNumber = text.strip().matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
    if (isNumber && !value.text().equals(text)) {
      point.removeIf(child -> child == value);
    }
  }

  private static Element rich(String text) {
    Element run = new Element("a:r").add(new Element("a:t").setText(text));
    return new Element("c:rich").add(new Element("a:bodyPr")).add(new Element("a:p").add(run));
  }
}
