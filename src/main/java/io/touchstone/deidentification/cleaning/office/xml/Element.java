package io.touchstone.deidentification.cleaning.office.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An XML element. Names carry the prefixes of {@link Namespaces}, whatever the document calls them;
 * names of unknown namespaces begin with a question mark.
 */
public final class Element implements Node {

  private final String name;
  private final List<String> attributes = new ArrayList<>(2);
  private List<Node> children = Collections.emptyList();

  public Element(String name, String... attributes) {
    this.name = name;
    this.attributes.addAll(List.of(attributes));
  }

  public String name() {
    return name;
  }

  public boolean is(String other) {
    return name.equals(other);
  }

  public Optional<String> attribute(String attribute) {
    int at = indexOf(attribute);
    return at < 0 ? Optional.empty() : Optional.of(attributes.get(at + 1));
  }

  /** An attribute of type on/off: absent is off, empty of value is on. */
  public boolean isOn(String attribute) {
    return attribute(attribute).filter(Element::isTrue).isPresent();
  }

  /** Whether a switch such as {@code <w:b/>} is there and not turned off by its value. */
  public boolean hasSwitch(String child) {
    return child(child).filter(e -> isTrue(e.attribute("w:val").orElse("1"))).isPresent();
  }

  public static boolean isTrue(String value) {
    return !(value.equals("0") || value.equals("false") || value.equals("off"));
  }

  /** Names and values of the attributes, in turn. */
  public List<String> attributes() {
    return attributes;
  }

  public Element set(String attribute, String value) {
    int at = indexOf(attribute);
    if (at < 0) {
      attributes.add(attribute);
      attributes.add(value);
    } else {
      attributes.set(at + 1, value);
    }
    return this;
  }

  private int indexOf(String attribute) {
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).equals(attribute)) {
        return i;
      }
    }
    return -1;
  }

  public List<Node> children() {
    return children;
  }

  public Element add(Node child) {
    if (children.isEmpty()) {
      children = new ArrayList<>(2);
    }
    children.add(child);
    return this;
  }

  public Element addAll(List<? extends Node> nodes) {
    nodes.forEach(this::add);
    return this;
  }

  public void setChildren(List<Node> nodes) {
    children = nodes;
  }

  /** Children that are elements. */
  public List<Element> elements() {
    List<Element> elements = new ArrayList<>();
    for (Node child : children) {
      if (child instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  public Optional<Element> child(String child) {
    for (Node node : children) {
      if (node instanceof Element element && element.is(child)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  /** Elements of that name at any depth, in the order of the document. */
  public List<Element> all(String wanted) {
    return all(element -> element.is(wanted));
  }

  public List<Element> all(Predicate<Element> wanted) {
    List<Element> found = new ArrayList<>();
    collect(wanted, found);
    return found;
  }

  private void collect(Predicate<Element> wanted, List<Element> found) {
    for (Node child : children) {
      if (child instanceof Element element) {
        if (wanted.test(element)) {
          found.add(element);
        }
        element.collect(wanted, found);
      }
    }
  }

  /** Takes out children; returns how many went. */
  public int removeIf(Predicate<Element> unwanted) {
    int before = children.size();
    if (before > 0) {
      List<Node> kept = new ArrayList<>(before);
      for (Node child : children) {
        if (!(child instanceof Element element && unwanted.test(element))) {
          kept.add(child);
        }
      }
      children = kept;
    }
    return before - children.size();
  }

  /** The element's own text and that of all elements in it. */
  public String text() {
    StringBuilder text = new StringBuilder();
    append(text);
    return text.toString();
  }

  private void append(StringBuilder text) {
    for (Node child : children) {
      if (child instanceof Chars chars) {
        text.append(chars.text());
      } else if (child instanceof Element element) {
        element.append(text);
      }
    }
  }

  /** Replaces everything in the element by a text. */
  public Element setText(String text) {
    children = new ArrayList<>(1);
    if (!text.isEmpty()) {
      children.add(new Chars(text));
    }
    return this;
  }

  /** This element and everything in it, elements only. */
  public Stream<Element> stream() {
    return Stream.concat(Stream.of(this), elements().stream().flatMap(Element::stream));
  }
}
