package io.touchstone.deidentification.cleaning.office.sheet;

import io.touchstone.deidentification.cleaning.office.container.Links;
import io.touchstone.deidentification.cleaning.office.container.Relation;
import io.touchstone.deidentification.cleaning.office.part.Cleanup;
import io.touchstone.deidentification.cleaning.office.part.Compatibility;
import io.touchstone.deidentification.cleaning.office.part.Conversion;
import io.touchstone.deidentification.cleaning.office.part.DrawingText;
import io.touchstone.deidentification.cleaning.office.part.Drawings;
import io.touchstone.deidentification.cleaning.office.part.PartValues;
import io.touchstone.deidentification.cleaning.office.part.Styles;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import io.touchstone.deidentification.cleaning.office.xml.XmlReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cleans an XLSX: the sheets that are shown, and of their cells what is shown. */
public final class WorkbookCleaner {

  private static final String TYPES = NewWorkbook.TYPES;
  private static final String MAIN = NewWorkbook.MAIN;

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
  private final NewWorkbook workbook;

  public WorkbookCleaner(Conversion conversion) {
    this.conversion = conversion;
    cleanup = conversion.cleanup();
    workbook = new NewWorkbook(conversion.written(), cleanup);
  }

  /** Writes the new package. */
  public void clean(String part, Element source) throws IOException {
    Map<String, Relation> relations = conversion.relations(part);
    Optional<String> styleName = conversion.target(relations, "styles");
    Optional<Element> styles =
        styleName.isEmpty() ? Optional.empty() : conversion.read(styleName.get());
    boolean from1904 = source.child("x:workbookPr").filter(e -> e.isOn("date1904")).isPresent();
    Cells cells =
        new Cells(
            cleanup,
            styles.map(CellStyles::of).orElse(CellStyles.NONE),
            new NumberText(from1904),
            strings(relations),
            workbook.strings());
    cleanup.removed("defined-name", source.all("x:definedName").size());
    sheets(source, relations, cells);
    if (styles.isPresent()) {
      styles(styles.get());
    }
    Optional<String> theme = conversion.target(relations, "theme");
    if (theme.isPresent() && conversion.theme(theme.get(), "xl/theme/theme1.xml").isPresent()) {
      conversion.written().relate(MAIN, "theme", "xl/theme/theme1.xml");
    }
    workbook.finish(from1904);
  }

  private SourceStrings strings(Map<String, Relation> relations) throws IOException {
    Optional<String> part = conversion.target(relations, "sharedStrings");
    return SourceStrings.of(
        part.isEmpty() ? Optional.empty() : conversion.archive().stream(part.get()), cleanup);
  }

  private void styles(Element styles) throws IOException {
    String name = "xl/styles.xml";
    Links none = new Links(conversion.written(), name, Map.of(), conversion::drawn);
    conversion.written().relate(MAIN, "styles", name);
    conversion.write(name, TYPES + "spreadsheetml.styles+xml", styles, none, Styles.NONE);
  }

  private void sheets(Element source, Map<String, Relation> relations, Cells cells)
      throws IOException {
    Optional<Element> listed = source.child("x:sheets");
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
        sheet(relation.get().target(), sheet.attribute("name").orElse(""), cells);
      }
    }
  }

  private void sheet(String part, String sheetName, Cells cells) throws IOException {
    Optional<InputStream> frame = conversion.archive().stream(part);
    Optional<InputStream> rows = conversion.archive().stream(part);
    if (frame.isEmpty() || rows.isEmpty()) {
      return;
    }
    Element sheet = XmlReader.read(frame.get(), "x:row", (root, row) -> {});
    if (!sheet.is("x:worksheet")) {
      return;
    }
    SheetRows clean = new SheetRows(sheet, cells, cleanup);
    XmlReader.read(rows.get(), "x:row", (root, row) -> clean.take(row));
    String name = workbook.newPart();
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
    workbook.add(name, sheetName, sheet);
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
