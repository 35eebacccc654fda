package io.touchstone.ingestion.cleaning.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The strings that the cells of the cleaned workbook share: those that a cell shows, no other. */
final class NewStrings {

  static final String NAME = "xl/sharedStrings.xml";

  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml";

  private final Map<String, Integer> numbers = new HashMap<>();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private int uses;

  /** A string without formatting. */
  static Element plain(String text) {
    Element holder = new Element("x:t").setText(text);
    if (!text.strip().equals(text)) {
      holder.set("xml:space", "preserve");
    }
    return new Element("x:si").add(holder);
  }

  /** The number of a string, the same for the same string. */
  int number(Element string) throws IOException {
    uses++;
    ByteArrayOutputStream one = new ByteArrayOutputStream();
    XmlWriter.fragment(string, one);
    String key = one.toString(StandardCharsets.UTF_8);
    Integer known = numbers.get(key);
    if (known == null) {
      known = numbers.size();
      numbers.put(key, known);
      one.writeTo(written);
    }
    return known;
  }

  boolean isEmpty() {
    return numbers.isEmpty();
  }

  void write(NewPackage into) throws IOException {
    Element root =
        new Element(
            "x:sst",
            "count",
            Integer.toString(uses),
            "uniqueCount",
            Integer.toString(numbers.size()));
    into.add(NAME, TYPE, root.add(new Written(written)));
  }
}
