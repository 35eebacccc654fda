package io.touchstone.deidentification.cleaning.office.sheet;

import io.touchstone.deidentification.cleaning.office.part.Cleanup;
import io.touchstone.deidentification.cleaning.office.part.Conversion;
import io.touchstone.deidentification.cleaning.office.part.Values;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import io.touchstone.deidentification.cleaning.office.xml.XmlReader;
import io.touchstone.deidentification.cleaning.office.xml.XmlWriter;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The strings that a workbook's cells share, those included that no cell uses any more. */
public final class SourceStrings {

  private final List<Object> strings = new ArrayList<>();

  /** Reads the part; no strings if there is none. */
  public static SourceStrings of(Optional<InputStream> part, Cleanup cleanup) throws IOException {
    SourceStrings source = new SourceStrings();
    if (part.isPresent()) {
      Values values = new Values(cleanup);
      XmlReader.read(part.get(), "x:si", (root, string) -> source.add(string, values));
    }
    return source;
  }

  /** A string with formatting is kept as it is written: trees of all of them are too many. */
  private void add(Element string, Values values) throws IOException {
    if (string.child("x:r").isEmpty()) {
      strings.add(plain(string));
    } else {
      Conversion.VOCABULARY.filter(string, values);
      strings.add(XmlWriter.part(string));
    }
  }

  private static String plain(Element string) {
    return string.child("x:t").map(Element::text).orElse("");
  }

  /** A string of its own for one cell; empty if there is none of that number. */
  Optional<Element> get(String number) throws IOException {
    boolean isThere = number.matches("[0-9]{1,8}") && Integer.parseInt(number) < strings.size();
    if (!isThere) {
      return Optional.empty();
    }
    Object string = strings.get(Integer.parseInt(number));
    return Optional.of(
        string instanceof byte[] rich ? XmlReader.read(rich) : NewStrings.plain((String) string));
  }
}
