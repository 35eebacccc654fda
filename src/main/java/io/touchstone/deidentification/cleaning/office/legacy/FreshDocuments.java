package io.touchstone.deidentification.cleaning.office.legacy;

import io.touchstone.deidentification.cleaning.Redacted;
import io.touchstone.deidentification.cleaning.office.container.NewPackage;
import io.touchstone.deidentification.cleaning.office.part.Cleanup;
import io.touchstone.deidentification.cleaning.office.sheet.Area;
import io.touchstone.deidentification.cleaning.office.sheet.CellStyles;
import io.touchstone.deidentification.cleaning.office.sheet.Cells;
import io.touchstone.deidentification.cleaning.office.sheet.NewWorkbook;
import io.touchstone.deidentification.cleaning.office.sheet.NumberText;
import io.touchstone.deidentification.cleaning.office.sheet.SheetRows;
import io.touchstone.deidentification.cleaning.office.sheet.SourceStrings;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import io.touchstone.deidentification.cleaning.office.xml.XmlReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes new documents with nothing in them but redacted text. */
final class FreshDocuments {

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  private static final String SLIDES =
      "application/vnd.openxmlformats-officedocument.presentationml.";
  private static final String PRESENTATION = "ppt/presentation.xml";
  private static final String MASTER = "ppt/slideMasters/slideMaster1.xml";
  private static final String LAYOUT = "ppt/slideLayouts/slideLayout1.xml";
  private static final String THEME = "ppt/theme/theme1.xml";

  private FreshDocuments() {}

  /** A DOCX of paragraphs. */
  static void word(List<String> paragraphs, Cleanup cleanup, NewPackage written)
      throws IOException {
    Element body = new Element("w:body");
    for (String paragraph : paragraphs) {
      Element run = run(redacted(paragraph, cleanup));
      body.add(new Element("w:p").addAll(run.children().isEmpty() ? List.of() : List.of(run)));
    }
    written.relate("", "officeDocument", "word/document.xml");
    written.add("word/document.xml", WORD, new Element("w:document").add(body));
  }

  private static Element run(String text) {
    Element run = new Element("w:r");
    for (String piece : text.split("(?=[\t\n])|(?<=[\t\n])")) {
      switch (piece) {
        case "" -> {}
        case "\t" -> run.add(new Element("w:tab"));
        case "\n" -> run.add(new Element("w:br"));
        default -> run.add(new Element("w:t", "xml:space", "preserve").setText(piece));
      }
    }
    return run;
  }

  /** An XLSX of cells. */
  static void workbook(LegacySheets sheets, Cleanup cleanup, NewPackage written)
      throws IOException {
    NewWorkbook workbook = new NewWorkbook(written, cleanup);
    Cells cells =
        new Cells(
            cleanup,
            CellStyles.NONE,
            new NumberText(false),
            SourceStrings.of(Optional.empty(), cleanup),
            workbook.strings());
    for (LegacySheets.Sheet sheet : sheets.visible()) {
      SheetRows rows = new SheetRows(new Element("x:worksheet"), cells, cleanup);
      for (Map.Entry<Integer, TreeMap<Integer, LegacySheets.Cell>> row : sheet.rows().entrySet()) {
        rows.take(row(row.getKey(), row.getValue()));
      }
      Element data = new Element("x:sheetData").add(rows.written());
      workbook.add(workbook.newPart(), sheet.name(), new Element("x:worksheet").add(data));
    }
    workbook.finish(false);
  }

  private static Element row(int number, TreeMap<Integer, LegacySheets.Cell> cells) {
    Element row = new Element("x:row", "r", Integer.toString(number));
    cells.forEach(
        (column, cell) ->
            row.add(
                new Element(
                        "x:c",
                        "r",
                        Area.reference(number, column),
                        "t",
                        cell.isNumber() ? "n" : "str")
                    .add(new Element("x:v").setText(cell.text()))));
    return row;
  }

  /** A PPTX of slides with one box of text each. */
  static void slides(List<List<String>> slides, Cleanup cleanup, NewPackage written)
      throws IOException {
    written.relate("", "officeDocument", PRESENTATION);
    Element ids = new Element("p:sldIdLst");
    for (List<String> slide : slides) {
      String name = written.newName("ppt/slides/slide", "xml");
      Element body = new Element("p:txBody").add(new Element("a:bodyPr"));
      for (String paragraph : slide.isEmpty() ? List.of("") : slide) {
        body.add(paragraph(redacted(paragraph, cleanup)));
      }
      written.add(name, SLIDES + "slide+xml", page("p:sld", Optional.of(box(body))));
      written.relate(name, "slideLayout", LAYOUT);
      String number = Integer.toString(256 + ids.children().size());
      String relation = written.relate(PRESENTATION, "slide", name);
      ids.add(new Element("p:sldId", "id", number, "r:id", relation));
    }
    ground(written);
    Element masters =
        new Element("p:sldMasterIdLst")
            .add(
                new Element(
                    "p:sldMasterId",
                    "id",
                    "2147483648",
                    "r:id",
                    written.relate(PRESENTATION, "slideMaster", MASTER)));
    Element root = new Element("p:presentation").add(masters);
    if (!ids.children().isEmpty()) {
      root.add(ids);
    }
    root.add(new Element("p:sldSz", "cx", "9144000", "cy", "6858000"));
    root.add(new Element("p:notesSz", "cx", "6858000", "cy", "9144000"));
    written.add(PRESENTATION, SLIDES + "presentation.main+xml", root);
  }

  /** A master, a layout and a theme, without which slides do not open. */
  private static void ground(NewPackage written) throws IOException {
    try (InputStream theme = FreshDocuments.class.getResourceAsStream("theme.xml")) {
      written.add(
          THEME, "application/vnd.openxmlformats-officedocument.theme+xml", XmlReader.read(theme));
    }
    Element layout = page("p:sldLayout", Optional.empty());
    written.add(LAYOUT, SLIDES + "slideLayout+xml", layout.set("type", "blank"));
    written.relate(LAYOUT, "slideMaster", MASTER);
    Element master = page("p:sldMaster", Optional.empty());
    master.add(colours());
    master.add(
        new Element("p:sldLayoutIdLst")
            .add(
                new Element(
                    "p:sldLayoutId",
                    "id",
                    "2147483649",
                    "r:id",
                    written.relate(MASTER, "slideLayout", LAYOUT))));
    written.relate(MASTER, "theme", THEME);
    written.add(MASTER, SLIDES + "slideMaster+xml", master);
  }

  private static Element colours() {
    Element map = new Element("p:clrMap", "bg1", "lt1", "tx1", "dk1", "bg2", "lt2", "tx2", "dk2");
    for (String name : List.of("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")) {
      map.set(name, name);
    }
    return map.set("hlink", "hlink").set("folHlink", "folHlink");
  }

  private static Element page(String root, Optional<Element> shape) {
    Element tree =
        new Element("p:spTree")
            .add(
                new Element("p:nvGrpSpPr")
                    .add(new Element("p:cNvPr", "id", "1", "name", "Object"))
                    .add(new Element("p:cNvGrpSpPr"))
                    .add(new Element("p:nvPr")))
            .add(new Element("p:grpSpPr"));
    shape.ifPresent(tree::add);
    return new Element(root).add(new Element("p:cSld").add(tree));
  }

  private static Element box(Element body) {
    return new Element("p:sp")
        .add(
            new Element("p:nvSpPr")
                .add(new Element("p:cNvPr", "id", "2", "name", "Object"))
                .add(new Element("p:cNvSpPr", "txBox", "1"))
                .add(new Element("p:nvPr")))
        .add(
            new Element("p:spPr")
                .add(
                    new Element("a:xfrm")
                        .add(new Element("a:off", "x", "457200", "y", "457200"))
                        .add(new Element("a:ext", "cx", "8229600", "cy", "5943600")))
                .add(new Element("a:prstGeom", "prst", "rect").add(new Element("a:avLst"))))
        .add(body);
  }

  private static Element paragraph(String text) {
    Element paragraph = new Element("a:p");
    if (!text.isEmpty()) {
      paragraph.add(new Element("a:r").add(new Element("a:t").setText(text)));
    }
    return paragraph;
  }

  private static String redacted(String text, Cleanup cleanup) {
    return cleanup.shown(text).map(Redacted::text).orElse(text);
  }
}
