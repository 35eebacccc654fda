package io.touchstone.deidentification.cleaning.office.sheet;

import io.touchstone.deidentification.cleaning.office.container.NewPackage;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import io.touchstone.deidentification.cleaning.office.xml.Written;
import io.touchstone.deidentification.cleaning.office.xml.XmlWriter;
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

  /** Strings that are recognised when they come again; further ones are written each time. */
  private static final int MOST_REMEMBERED = 200_000;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Written written = new Written();
  private int different;
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
    if (known != null) {
      return known;
    }
    if (numbers.size() < MOST_REMEMBERED) {
      numbers.put(key, different);
    }
    written.add(string);
    return different++;
  }

  boolean isEmpty() {
    return different == 0;
  }

  void write(NewPackage into) throws IOException {
    Element root =
        new Element(
            "x:sst", "count", Integer.toString(uses), "uniqueCount", Integer.toString(different));
    into.add(NAME, TYPE, root.add(written));
  }
}
