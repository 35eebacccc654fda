package io.touchstone.ingestion.cleaning.office;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cleans an XLSX: the sheets that are shown, and of their cells what is shown. */
final class WorkbookCleaner {

  private static final String TYPES = "application/vnd.openxmlformats-officedocument.";
  private static final String MAIN = "xl/workbook.xml";
  private static final int LONGEST_NAME = 31;

  /** What stands around the cells and goes, by what it is counted as. */
  private static final Map<String, String> REMOVED =
      Map.of(
          "x:conditionalFormatting", "conditional-format",
          "x:dataValidations", "validation",
          "x:hyperlinks", "link",
          "x:headerFooter", "page-header",
          "x:autoFilter", "filter",
          "x:sheetProtection", "protection",
          "x:scenarios", "scenario",
          "x:customSheetViews", "view",
          "x:oleObjects", "embedding",
          "x:extLst", "extension");

  private final Conversion conversion;
  private final Cleanup cleanup;
  private final NewStrings strings = new NewStrings();
  private final Set<String> names = new HashSet<>();

  WorkbookCleaner(Conversion conversion) {
    this.conversion = conversion;
    cleanup = conversion.cleanup();
  }

  /** Writes the new package. */
  void clean(String part, Element workbook) throws IOException {
    Map<String, Relation> relations = conversion.relations(part);
    conversion.written().relate("", "officeDocument", MAIN);
    Optional<String> styleName = conversion.target(relations, "styles");
    Optional<Element> styles =
        styleName.isEmpty() ? Optional.empty() : conversion.read(styleName.get());
    boolean from1904 = workbook.child("x:workbookPr").filter(e -> e.isOn("date1904")).isPresent();
    Cells cells =
        new Cells(
            cleanup,
            styles.map(CellStyles::of).orElse(CellStyles.NONE),
            new NumberText(from1904),
            strings(relations),
            strings);
    cleanup.removed("defined-name", workbook.all("x:definedName").size());
    Element sheets = sheets(workbook, relations, cells);
    if (styles.isPresent()) {
      styles(styles.get());
    }
    if (!strings.isEmpty()) {
      strings.write(conversion.written());
      conversion.written().relate(MAIN, "sharedStrings", NewStrings.NAME);
    }
    Optional<String> theme = conversion.target(relations, "theme");
    if (theme.isPresent() && conversion.theme(theme.get(), "xl/theme/theme1.xml").isPresent()) {
      conversion.written().relate(MAIN, "theme", "xl/theme/theme1.xml");
    }
    Element root = new Element("x:workbook");
    if (from1904) {
      root.add(new Element("x:workbookPr", "date1904", "1"));
    }
    conversion.written().add(MAIN, TYPES + "spreadsheetml.sheet.main+xml", root.add(sheets));
  }

  private SourceStrings strings(Map<String, Relation> relations) throws IOException {
    Optional<String> part = conversion.target(relations, "sharedStrings");
    return SourceStrings.of(
        part.isEmpty() ? Optional.empty() : conversion.archive().stream(part.get()));
  }

  private void styles(Element styles) throws IOException {
    String name = "xl/styles.xml";
    Links none = new Links(conversion.written(), name, Map.of(), conversion::drawn);
    conversion.written().relate(MAIN, "styles", name);
    conversion.write(name, TYPES + "spreadsheetml.styles+xml", styles, none, Styles.NONE);
  }

  private Element sheets(Element workbook, Map<String, Relation> relations, Cells cells)
      throws IOException {
    Element sheets = new Element("x:sheets");
    Optional<Element> listed = workbook.child("x:sheets");
    for (Element sheet : listed.map(Element::elements).orElse(List.of())) {
      Optional<Relation> relation =
          sheet
              .attribute("r:id")
              .flatMap(id -> Optional.ofNullable(relations.get(id)))
              .filter(r -> r.type().equals("worksheet") && !r.external());
      if (!sheet.attribute("state").orElse("visible").equals("visible")) {
        cleanup.removed("hidden-sheet");
      } else if (relation.isEmpty()) {
        cleanup.removed("chart-sheet");
      } else {
        String name = name(sheet.attribute("name").orElse(""));
        sheet(relation.get().target(), cells).ifPresent(id -> sheets.add(entry(sheets, name, id)));
      }
    }
    if (sheets.children().isEmpty()) {
      Element empty = new Element("x:worksheet").add(new Element("x:sheetData"));
      sheets.add(
          entry(
              sheets,
              "Sheet1",
              written(conversion.written().newName("xl/worksheets/sheet", "xml"), empty)));
    }
    return sheets;
  }

  private static Element entry(Element sheets, String name, String id) {
    String number = Integer.toString(sheets.children().size() + 1);
    return new Element("x:sheet", "name", name, "sheetId", number, "r:id", id);
  }

  private String written(String name, Element sheet) throws IOException {
    conversion.written().add(name, TYPES + "spreadsheetml.worksheet+xml", sheet);
    return conversion.written().relate(MAIN, "worksheet", name);
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

  /** Cleans a sheet; the id of the relation that leads to it. */
  private Optional<String> sheet(String part, Cells cells) throws IOException {
    Optional<InputStream> frame = conversion.archive().stream(part);
    Optional<InputStream> rows = conversion.archive().stream(part);
    if (frame.isEmpty() || rows.isEmpty()) {
      return Optional.empty();
    }
    Element sheet = XmlReader.read(frame.get(), "x:row", (root, row) -> {});
    if (!sheet.is("x:worksheet")) {
      return Optional.empty();
    }
    SheetRows clean = new SheetRows(sheet, cells, cleanup);
    XmlReader.read(rows.get(), "x:row", (root, row) -> clean.take(row));
    String name = conversion.written().newName("xl/worksheets/sheet", "xml");
    Links links = new Links(conversion.written(), name, conversion.relations(part), this::target);
    Compatibility.settle(sheet);
    sheet.elements().stream()
        .filter(e -> REMOVED.containsKey(e.name()))
        .forEach(e -> cleanup.removed(REMOVED.get(e.name())));
    sheet.removeIf(e -> REMOVED.containsKey(e.name()));
    Conversion.VOCABULARY.filter(sheet, new PartValues(cleanup, links, Styles.NONE));
    sheet.removeIf(e -> e.is("x:drawing") && e.attribute("r:id").isEmpty());
    sheet.removeIf(
        e -> Set.of("x:mergeCells", "x:cols").contains(e.name()) && e.children().isEmpty());
    sheet.child("x:sheetData").ifPresent(data -> data.setText("").add(clean.written()));
    return Optional.of(written(name, sheet));
  }

  private Optional<String> target(Relation relation) throws IOException {
    if (!relation.type().equals("drawing")) {
      return conversion.drawn(relation);
    }
    Optional<Element> read = conversion.read(relation.target()).filter(e -> e.is("xdr:wsDr"));
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Element drawing = read.get();
    String name = conversion.written().newName("xl/drawings/drawing", "xml");
    Links links =
        new Links(
            conversion.written(), name, conversion.relations(relation.target()), conversion::drawn);
    Compatibility.settle(drawing);
    new Drawings(cleanup, links).prune(drawing);
    DrawingText.redact(drawing, cleanup);
    conversion.write(name, TYPES + "drawing+xml", drawing, links, Styles.NONE);
    return Optional.of(name);
  }
}
