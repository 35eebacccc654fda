package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.office.sheet.WorkbookCleanerTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** XLSX with a canary in every place that is known to hold what no reader looks for. */
public final class XlsxCanaryFiles {

  private static final String MAIN = "xl/workbook.xml";
  private static final String SHEET = "xl/worksheets/s.xml";
  private static final String DATA =
      "<x:sheetData><x:row r=\"1\">"
          + WorkbookCleanerTest.text("A1", "text")
          + "</x:row></x:sheetData>";

  private final Map<String, Function<String, byte[]>> places = new LinkedHashMap<>();

  private XlsxCanaryFiles() {}

  /** One for every place and coding. */
  public static List<CanaryFile> all() {
    XlsxCanaryFiles hidden = new XlsxCanaryFiles();
    hidden.around();
    hidden.cells();
    hidden.parts();
    List<CanaryFile> files =
        new ArrayList<>(TextPayloads.files(ObjectType.XLSX, false, hidden.places));
    XlsxCanaryFiles shown = new XlsxCanaryFiles();
    shown.content();
    files.addAll(TextPayloads.files(ObjectType.XLSX, true, shown.places));
    return files;
  }

  private void sheet(String place, UnaryOperator<String> xml) {
    places.put(place, c -> WorkbookCleanerTest.sheet(xml.apply(c)).bytes());
  }

  private void behind(String place, UnaryOperator<String> xml) {
    sheet(place, c -> DATA + xml.apply(c));
  }

  private void cell(String place, UnaryOperator<String> xml) {
    sheet(place, c -> "<x:sheetData><x:row r=\"1\">" + xml.apply(c) + "</x:row></x:sheetData>");
  }

  private void part(
      String place, String from, String type, String name, String root, UnaryOperator<String> xml) {
    places.put(
        place,
        c ->
            WorkbookCleanerTest.sheet(DATA)
                .related(from, type, "rId7", name)
                .xml(name, root, xml.apply(c))
                .bytes());
  }

  private void around() {
    behind("code-name", c -> "<x:sheetPr codeName=\"" + c + "\"/>");
    behind(
        "page-header",
        c -> "<x:headerFooter><x:oddHeader>" + c + "</x:oddHeader></x:headerFooter>");
    behind(
        "validation",
        c ->
            "<x:dataValidations><x:dataValidation prompt=\""
                + c
                + "\"><x:formula1>"
                + c
                + "</x:formula1></x:dataValidation></x:dataValidations>");
    behind(
        "conditional",
        c ->
            "<x:conditionalFormatting><x:cfRule text=\""
                + c
                + "\"><x:formula>"
                + c
                + "</x:formula></x:cfRule></x:conditionalFormatting>");
    behind(
        "filter",
        c ->
            "<x:autoFilter><x:filterColumn><x:filters><x:filter val=\""
                + c
                + "\"/></x:filters></x:filterColumn></x:autoFilter>");
    behind(
        "link",
        c ->
            "<x:hyperlinks><x:hyperlink ref=\"A1\" display=\""
                + c
                + "\" location=\""
                + c
                + "\"/></x:hyperlinks>");
    behind(
        "scenario",
        c -> "<x:scenarios><x:scenario name=\"" + c + "\" user=\"" + c + "\"/></x:scenarios>");
    behind(
        "protection",
        c -> "<x:protectedRanges><x:protectedRange name=\"" + c + "\"/></x:protectedRanges>");
    behind("extension", c -> "<x:extLst><x:ext uri=\"" + c + "\"/></x:extLst>");
    behind(
        "property",
        c -> "<x:customProperties><x:customPr name=\"" + c + "\"/></x:customProperties>");
    behind("control", c -> "<x:controls><x:control name=\"" + c + "\"/></x:controls>");
    behind("comment-in-xml", c -> "<!--" + c + "-->");
  }

  private void cells() {
    cell("formula", c -> "<x:c r=\"A1\"><x:f>\"" + c + "\"</x:f><x:v>1</x:v></x:c>");
    cell(
        "reading-aid",
        c ->
            "<x:c t=\"inlineStr\"><x:is><x:t>a</x:t><x:rPh sb=\"0\"><x:t>"
                + c
                + "</x:t></x:rPh></x:is></x:c>");
    cell(
        "font",
        c ->
            "<x:c t=\"inlineStr\"><x:is><x:r><x:rPr><x:rFont val=\""
                + c
                + "\"/></x:rPr><x:t>a</x:t></x:r></x:is></x:c>");
    cell("reference", c -> "<x:c r=\"" + c + "\"><x:v>1</x:v></x:c>");
    cell("style", c -> "<x:c r=\"A1\" s=\"" + c + "\"><x:v>1</x:v></x:c>");
    cell("error", c -> "<x:c r=\"A1\" t=\"e\"><x:v>#" + c + "</x:v></x:c>");
    cell("cell-extension", c -> "<x:c r=\"A1\"><x:v>1</x:v><x:extLst>" + c + "</x:extLst></x:c>");
    sheet(
        "hidden-row",
        c ->
            "<x:sheetData><x:row r=\"1\" hidden=\"1\">"
                + WorkbookCleanerTest.text("A1", c)
                + "</x:row></x:sheetData>");
    sheet(
        "flat-row",
        c ->
            "<x:sheetData><x:row r=\"1\" ht=\"0\">"
                + WorkbookCleanerTest.text("A1", c)
                + "</x:row></x:sheetData>");
    sheet(
        "hidden-column",
        c ->
            "<x:cols><x:col min=\"1\" max=\"1\" hidden=\"true\"/></x:cols>"
                + "<x:sheetData><x:row r=\"1\">"
                + WorkbookCleanerTest.text("A1", c)
                + "</x:row></x:sheetData>");
    sheet(
        "merged",
        c ->
            "<x:sheetData><x:row r=\"1\">"
                + WorkbookCleanerTest.text("B1", c)
                + "</x:row></x:sheetData><x:mergeCells><x:mergeCell"
                + " ref=\"A1:C1\"/></x:mergeCells>");
  }

  private void parts() {
    part(
        "unused-string",
        MAIN,
        "sharedStrings",
        "xl/sharedStrings.xml",
        "x:sst",
        c -> "<x:si><x:t>" + c + "</x:t></x:si>");
    part(
        "number-format",
        MAIN,
        "styles",
        "xl/styles.xml",
        "x:styleSheet",
        c ->
            "<x:numFmts><x:numFmt numFmtId=\"170\" formatCode=\"0&quot;"
                + c
                + "&quot;\"/></x:numFmts><x:cellStyles><x:cellStyle name=\""
                + c
                + "\"/></x:cellStyles>"
                + "<x:dxfs><x:dxf><x:numFmt formatCode=\""
                + c
                + "\"/></x:dxf></x:dxfs>");
    part(
        "comment",
        SHEET,
        "comments",
        "xl/comments1.xml",
        "x:comments",
        c -> "<x:authors><x:author>" + c + "</x:author></x:authors>");
    part("thread", SHEET, "threadedComment", "xl/threadedComments/t1.xml", "x:t", c -> c);
    part("person", MAIN, "person", "xl/persons/person.xml", "x:t", c -> c);
    part("external", MAIN, "externalLink", "xl/externalLinks/e1.xml", "x:t", c -> c);
    part("pivot", MAIN, "pivotCacheDefinition", "xl/pivotCache/p1.xml", "x:t", c -> c);
    part(
        "table",
        SHEET,
        "table",
        "xl/tables/table1.xml",
        "x:table",
        c -> "<x:tableColumn name=\"" + c + "\"/>");
    part("connection", MAIN, "connections", "xl/connections.xml", "x:t", c -> c);
    part("chain", MAIN, "calcChain", "xl/calcChain.xml", "x:t", c -> c);
    part("old-drawing", SHEET, "vmlDrawing", "xl/drawings/vml1.xml", "v:t", c -> c);
    part("core", "", "core-properties", "docProps/core.xml", "a:t", c -> c);
    places.put(
        "drawing-names",
        c ->
            WorkbookCleanerTest.sheet(DATA + "<x:drawing r:id=\"rId7\"/>")
                .related(SHEET, "drawing", "rId7", "xl/drawings/d.xml")
                .xml(
                    "xl/drawings/d.xml",
                    "xdr:wsDr",
                    "<xdr:oneCellAnchor><xdr:sp macro=\""
                        + c
                        + "\" textlink=\""
                        + c
                        + "\"><xdr:nvSpPr><xdr:cNvPr name=\""
                        + c
                        + "\"/></xdr:nvSpPr></xdr:sp></xdr:oneCellAnchor>")
                .bytes());
    for (String attribute : List.of("descr", "title")) {
      String given = "<xdr:cNvPr id=\"1\" name=\"a\" " + attribute + "=\"";
      places.put(
          "drawing-" + attribute,
          c ->
              WorkbookCleanerTest.sheet(DATA + "<x:drawing r:id=\"rId7\"/>")
                  .related(SHEET, "drawing", "rId7", "xl/drawings/d.xml")
                  .xml(
                      "xl/drawings/d.xml",
                      "xdr:wsDr",
                      "<xdr:oneCellAnchor><xdr:sp><xdr:nvSpPr>"
                          + given
                          + c
                          + "\"/></xdr:nvSpPr></xdr:sp></xdr:oneCellAnchor>")
                  .bytes());
    }
    places.put(
        "hidden-sheet", c -> workbook("<x:sheet name=\"" + c + "\" state=\"hidden\" r:id=\"s\"/>"));
    places.put(
        "defined-name",
        c ->
            workbook(
                "</x:sheets><x:definedNames><x:definedName name=\""
                    + c
                    + "\">"
                    + c
                    + "</x:definedName></x:definedNames><x:sheets>"));
    places.put(
        "sharing",
        c ->
            workbook(
                "</x:sheets><x:fileSharing userName=\""
                    + c
                    + "\"/><x:workbookPr codeName=\""
                    + c
                    + "\"/><x:sheets>"));
  }

  private static byte[] workbook(String sheets) {
    return WorkbookCleanerTest.sheet(DATA)
        .xml(MAIN, "x:workbook", "<x:sheets>" + sheets + "</x:sheets>")
        .bytes();
  }

  private void content() {
    cell("inline", c -> WorkbookCleanerTest.text("A1", c));
    cell("formula-value", c -> "<x:c r=\"A1\" t=\"str\"><x:f>A2</x:f><x:v>" + c + "</x:v></x:c>");
    cell(
        "rich",
        c ->
            "<x:c t=\"inlineStr\"><x:is><x:r><x:t>a</x:t></x:r><x:r><x:t>"
                + c
                + "</x:t></x:r></x:is></x:c>");
    cell("not-a-number", c -> "<x:c r=\"A1\"><x:v>" + c + "</x:v></x:c>");
    cell("not-a-date", c -> "<x:c r=\"A1\" t=\"d\"><x:v>" + c + "</x:v></x:c>");
    cell("not-a-truth", c -> "<x:c r=\"A1\" t=\"b\"><x:v>" + c + "</x:v></x:c>");
    places.put("sheet-name", c -> workbook("<x:sheet name=\"" + c + "\" r:id=\"s\"/>"));
    places.put(
        "shared",
        c ->
            WorkbookCleanerTest.sheet(
                    "<x:sheetData><x:row><x:c t=\"s\"><x:v>0"
                        + "</x:v></x:c></x:row></x:sheetData>")
                .related(MAIN, "sharedStrings", "rId7", "xl/sharedStrings.xml")
                .xml("xl/sharedStrings.xml", "x:sst", "<x:si><x:t>" + c + "</x:t></x:si>")
                .bytes());
  }
}
