package io.touchstone.ingestion.cleaning.office;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The strings that a workbook's cells share, those included that no cell uses any more. */
final class SourceStrings {

  private final List<Object> strings = new ArrayList<>();

  /** Reads the part; no strings if there is none. */
  static SourceStrings of(Optional<InputStream> part) throws IOException {
    SourceStrings source = new SourceStrings();
    if (part.isPresent()) {
      XmlReader.read(part.get(), "x:si", (root, string) -> source.add(string));
    }
    return source;
  }

  private void add(Element string) {
    strings.add(string.child("x:r").isEmpty() ? plain(string) : string);
  }

  private static String plain(Element string) {
    return string.child("x:t").map(Element::text).orElse("");
  }

  /** A string of its own for one cell; empty if there is none of that number. */
  Optional<Element> get(String number) {
    boolean isThere = number.matches("[0-9]{1,8}") && Integer.parseInt(number) < strings.size();
    return isThere ? Optional.of(copy(strings.get(Integer.parseInt(number)))) : Optional.empty();
  }

  private static Element copy(Object string) {
    if (string instanceof Element rich) {
      return copy(rich);
    }
    return NewStrings.plain((String) string);
  }

  private static Element copy(Element element) {
    Element copy = new Element(element.name());
    copy.attributes().addAll(element.attributes());
    for (Node child : element.children()) {
      copy.add(child instanceof Element inner ? copy(inner) : new Chars(((Chars) child).text()));
    }
    return copy;
  }
}
