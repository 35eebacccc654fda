package io.touchstone.deidentification.cleaning.office.part;

import io.touchstone.deidentification.cleaning.office.xml.Element;
import io.touchstone.deidentification.cleaning.office.xml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Content that is there twice, for newer and for older programs: one of the two stays. */
public final class Compatibility {

  private static final Set<String> KNOWN =
      Set.of("w", "a", "p", "x", "c", "m", "pic", "wp", "xdr", "wps", "wpg", "r");

  private Compatibility() {}

  /** Puts in the place of alternatives, at all depths, the one that can be cleaned. */
  public static void settle(Element element) {
    List<Node> kept = new ArrayList<>(element.children().size());
    for (Node child : element.children()) {
      if (child instanceof Element inner && inner.is("mc:AlternateContent")) {
        for (Node chosen : chosen(inner)) {
          if (chosen instanceof Element content) {
            settle(content);
          }
          kept.add(chosen);
        }
      } else {
        if (child instanceof Element inner) {
          settle(inner);
        }
        kept.add(child);
      }
    }
    element.setChildren(kept);
  }

  private static List<Node> chosen(Element alternatives) {
    for (Element choice : alternatives.elements()) {
      if (choice.is("mc:Choice") && isKnown(choice)) {
        return choice.children();
      }
    }
    Optional<Element> fallback = alternatives.child("mc:Fallback");
    return fallback.map(Element::children).orElse(List.of());
  }

  private static boolean isKnown(Element choice) {
    return List.of(choice.attribute("Requires").orElse("?").split(" ")).stream()
        .allMatch(KNOWN::contains);
  }

  /** Says again which namespaces a drawing needs that not every program knows. */
  public static void mark(Element element) {
    List<Node> kept = new ArrayList<>(element.children().size());
    for (Node child : element.children()) {
      if (child instanceof Element inner) {
        mark(inner);
        String needed = inner.is("w:drawing") ? needed(inner) : "";
        kept.add(
            needed.isEmpty()
                ? inner
                : new Element("mc:AlternateContent")
                    .add(new Element("mc:Choice", "Requires", needed).add(inner)));
      } else {
        kept.add(child);
      }
    }
    element.setChildren(kept);
  }

  private static String needed(Element drawing) {
    boolean shape = drawing.all(e -> e.name().startsWith("wps:")).size() > 0;
    boolean group = drawing.all(e -> e.name().startsWith("wpg:")).size() > 0;
    return (shape ? "wps" : "") + (shape && group ? " " : "") + (group ? "wpg" : "");
  }
}
