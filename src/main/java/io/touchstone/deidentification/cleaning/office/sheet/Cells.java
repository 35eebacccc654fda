package io.touchstone.deidentification.cleaning.office.sheet;

import io.touchstone.deidentification.cleaning.Redacted;
import io.touchstone.deidentification.cleaning.office.part.Cleanup;
import io.touchstone.deidentification.cleaning.office.part.Conversion;
import io.touchstone.deidentification.cleaning.office.part.NumberFormats;
import io.touchstone.deidentification.cleaning.office.part.Runs;
import io.touchstone.deidentification.cleaning.office.part.Values;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cleans single cells. A formula goes and its value stays: a formula computes anew what was
 * redacted, and from other cells what was hidden. A number that reads as an identifier becomes the
 * text that stands for it.
 */
public final class Cells {

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?[0-9.]{1,40}(?:[eE][-+]?[0-9]{1,3})?");
  private static final Pattern INDEX = Pattern.compile("[0-9]{1,6}");

  private final Cleanup cleanup;
  private final CellStyles styles;
  private final NumberText numbers;
  private final SourceStrings source;
  private final NewStrings strings;
  private final Values values;

  public Cells(
      Cleanup cleanup,
      CellStyles styles,
      NumberText numbers,
      SourceStrings source,
      NewStrings strings) {
    this.cleanup = cleanup;
    this.styles = styles;
    this.numbers = numbers;
    this.source = source;
    this.strings = strings;
    values = new Values(cleanup);
  }

  /** Whether its format hides what is in it. */
  boolean isHidden(Element cell) {
    return NumberFormats.isHiding(styles.format(style(cell)).code());
  }

  /** The cleaned cell. */
  Element clean(Element cell, String reference) throws IOException {
    if (cell.child("x:f").isPresent()) {
      cleanup.removed("formula");
    }
    Element clean = new Element("x:c", "r", reference);
    if (INDEX.matcher(style(cell)).matches()) {
      clean.set("s", style(cell));
    }
    String value = cell.child("x:v").map(Element::text).orElse("");
    switch (cell.attribute("t").orElse("n")) {
      case "s" -> string(clean, source.get(value.strip()));
      case "inlineStr" -> string(clean, cell.child("x:is").map(Cells::string));
      case "str" -> string(clean, Optional.of(NewStrings.plain(value)));
      case "b" -> truth(clean, value.strip());
      case "e" -> error(clean, value);
      case "d" -> date(clean, value.strip());
      default -> number(clean, value.strip());
    }
    return clean;
  }

  private static String style(Element cell) {
    return cell.attribute("s").orElse("");
  }

  private static Element string(Element inline) {
    return new Element("x:si").addAll(inline.children());
  }

  private void string(Element cell, Optional<Element> string) throws IOException {
    if (string.isEmpty()) {
      return;
    }
    Runs runs = new Runs();
    for (Element part : string.get().elements()) {
      if (part.is("x:t")) {
        runs.add(part);
      } else if (part.is("x:r")) {
        part.child("x:t").ifPresent(runs::add);
      }
    }
    runs.redact(cleanup);
    Conversion.VOCABULARY.filter(string.get(), values);
    cell.set("t", "s").add(value(Integer.toString(strings.number(string.get()))));
  }

  private static Element value(String text) {
    return new Element("x:v").setText(text);
  }

  private void truth(Element cell, String value) throws IOException {
    if (value.matches("[01]")) {
      other(cell, "b", value, value.equals("1") ? "TRUE" : "FALSE");
    } else {
      string(cell, Optional.of(NewStrings.plain(value)));
    }
  }

  private void date(Element cell, String value) throws IOException {
    if (value.matches("[-0-9T:.Z]{1,40}")) {
      other(cell, "d", value, value);
    } else {
      string(cell, Optional.of(NewStrings.plain(value)));
    }
  }

  private void error(Element cell, String value) throws IOException {
    boolean isKnown = value.matches("#(?:N/A|NAME\\?|NULL!|REF!|NUM!|VALUE!|DIV/0!|GETTING_DATA)");
    other(cell, "e", isKnown ? value : "#N/A", isKnown ? value : "#N/A");
  }

  /** A value of another type: it stays unless what it reads as is redacted. */
  private void other(Element cell, String type, String value, String reads) throws IOException {
    if (value.isBlank()) {
      return;
    }
    Optional<Redacted> redacted = cleanup.shown(reads).filter(Cells::isChanged);
    if (redacted.isPresent()) {
      string(cell, redacted.get().text());
    } else {
      cell.set("t", type).add(value(value));
    }
  }

  private void number(Element cell, String value) throws IOException {
    if (value.isEmpty()) {
      return;
    }
    if (!NUMBER.matcher(value).matches()) {
      string(cell, Optional.of(NewStrings.plain(value)));
      return;
    }
    CellStyles.Format format = styles.format(style(cell));
    String reads = numbers.shown(value, format);
    Optional<Redacted> redacted = cleanup.shown(reads).filter(Cells::isChanged);
    if (redacted.isPresent()) {
      string(cell, redacted.get().text());
      return;
    }
    String digits = numbers.digits(value);
    String other = reads.equals(digits) || isDate(value, format) ? digits : cleanup.aside(digits);
    if (other.equals(digits)) {
      cell.add(value(value));
    } else {
      string(cell, other);
    }
  }

  private boolean isDate(String value, CellStyles.Format format) {
    try {
      return numbers.isDate(Double.parseDouble(value), format);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void string(Element cell, String text) throws IOException {
    cell.set("t", "s").add(value(Integer.toString(strings.number(NewStrings.plain(text)))));
  }

  private static boolean isChanged(Redacted redacted) {
    return !redacted.replacements().isEmpty();
  }
}
