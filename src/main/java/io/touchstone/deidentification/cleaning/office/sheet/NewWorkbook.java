package io.touchstone.deidentification.cleaning.office.sheet;

import io.touchstone.deidentification.cleaning.office.container.NewPackage;
import io.touchstone.deidentification.cleaning.office.part.Cleanup;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The frame of the workbook that is written: its sheets, their names, and the strings of cells. */
public final class NewWorkbook {

  static final String MAIN = "xl/workbook.xml";
  static final String TYPES = "application/vnd.openxmlformats-officedocument.";

  private static final int LONGEST_NAME = 31;

  private final NewPackage written;
  private final Cleanup cleanup;
  private final NewStrings strings = new NewStrings();
  private final Element sheets = new Element("x:sheets");
  private final Set<String> names = new HashSet<>();

  public NewWorkbook(NewPackage written, Cleanup cleanup) {
    this.written = written;
    this.cleanup = cleanup;
    written.relate("", "officeDocument", MAIN);
  }

  public NewStrings strings() {
    return strings;
  }

  /** A name for the part of the next sheet. */
  public String newPart() {
    return written.newName("xl/worksheets/sheet", "xml");
  }

  /** Adds a sheet behind those that are there. */
  public void add(String part, String originalName, Element sheet) throws IOException {
    written.add(part, TYPES + "spreadsheetml.worksheet+xml", sheet);
    String id = written.relate(MAIN, "worksheet", part);
    String number = Integer.toString(sheets.children().size() + 1);
    sheets.add(new Element("x:sheet", "name", name(originalName), "sheetId", number, "r:id", id));
  }

  /** Writes what holds the sheets together; a workbook without sheets gets an empty one. */
  public void finish(boolean from1904) throws IOException {
    if (sheets.children().isEmpty()) {
      add(newPart(), "Sheet1", new Element("x:worksheet").add(new Element("x:sheetData")));
    }
    if (!strings.isEmpty()) {
      strings.write(written);
      written.relate(MAIN, "sharedStrings", NewStrings.NAME);
    }
    Element root = new Element("x:workbook");
    if (from1904) {
      root.add(new Element("x:workbookPr", "date1904", "1"));
    }
    written.add(MAIN, TYPES + "spreadsheetml.sheet.main+xml", root.add(sheets));
  }

  /** What stands instead of a person has brackets, which names of sheets may not have. */
  private String name(String original) {
    String redacted = cleanup.aside(original).replaceAll("[\\[{]", "(").replaceAll("[\\]}]", ")");
    String allowed = redacted.replaceAll("[:*?/\\\\\\p{Cntrl}]|^'|'$", "");
    String cut = allowed.isBlank() ? "Sheet" : shortened(allowed, LONGEST_NAME);
    String name = cut;
    for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = shortened(cut, LONGEST_NAME - 7) + " " + i;
    }
    return name;
  }

  private static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
