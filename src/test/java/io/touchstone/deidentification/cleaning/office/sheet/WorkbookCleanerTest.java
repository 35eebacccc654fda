package io.touchstone.deidentification.cleaning.office.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.office.OfficeFile;
import io.touchstone.deidentification.cleaning.office.OoxmlCleaner;
import io.touchstone.deidentification.cleaning.office.xml.CleanPackage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class WorkbookCleanerTest {

  public static final String MAIN = "xl/workbook.xml";
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private final LiteralTools tools =
      new LiteralTools().replacing("Erika Mustermann", "[PERSON_1]").replacing("Secret", "[X]");

  @Test
  void cells_keep_their_places_and_only_strings_that_they_use_stay() throws IOException {
    OfficeFile file =
        book(
            "<x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>1</x:v></x:c><x:c r=\"C1\" t=\"s\"><x:v>2"
                + "</x:v></x:c></x:row><x:row r=\"3\"><x:c r=\"B3\" t=\"inlineStr\"><x:is><x:t>in"
                + " line</x:t></x:is></x:c></x:row>",
            "<x:si><x:t>Secret that was overwritten</x:t></x:si><x:si><x:t>Erika Mustermann</x:t>"
                + "</x:si><x:si><x:r><x:t>by Eri</x:t></x:r><x:r><x:rPr><x:b/></x:rPr><x:t>ka"
                + " Mustermann</x:t></x:r><x:rPh sb=\"0\" eb=\"1\"><x:t>Secret</x:t></x:rPh></x:si>");

    CleanPackage clean = clean(file);

    assertThat(cells(clean))
        .containsExactly(
            Map.entry("A1", "[PERSON_1]"),
            Map.entry("B3", "in line"),
            Map.entry("C1", "by [PERSON_1]"));
    assertThat(tools.shown()).containsExactly("[PERSON_1]", "by [PERSON_1]", "in line");
    assertThat(clean.everything()).doesNotContain("Secret").doesNotContain("overwritten");
  }

  @Test
  void numbers_and_dates_are_read_as_their_text() throws IOException {
    tools
        .replacing("4111111111111111", "[CARD_1]")
        .replacing("1970-01-02", "[DATE_1]")
        .replacing("078-05-1120", "[SSN_1]")
        .replacing("TRUE", "[T]");
    OfficeFile file =
        book(
                "<x:row r=\"1\"><x:c r=\"A1\"><x:v>4.111111111111111E15</x:v></x:c>"
                    + "<x:c r=\"B1\" s=\"1\"><x:v>25570</x:v></x:c>"
                    + "<x:c r=\"C1\" s=\"2\"><x:v>78051120</x:v></x:c>"
                    + "<x:c r=\"D1\" s=\"1\"><x:v>25571</x:v></x:c>"
                    + "<x:c r=\"E1\"><x:v>0.1</x:v></x:c>"
                    + "<x:c r=\"F1\" t=\"b\"><x:v>1</x:v></x:c></x:row>",
                "")
            .related(MAIN, "styles", "st", "xl/styles.xml")
            .xml(
                "xl/styles.xml",
                "x:styleSheet",
                "<x:numFmts><x:numFmt numFmtId=\"170\" formatCode=\"000-00-0000\"/>"
                    + "<x:numFmt numFmtId=\"171\" formatCode=\"0 &quot;Secret&quot;\"/></x:numFmts>"
                    + "<x:cellXfs><x:xf numFmtId=\"0\"/><x:xf numFmtId=\"14\"/>"
                    + "<x:xf numFmtId=\"170\"/></x:cellXfs>");

    CleanPackage clean = clean(file);

    assertThat(cells(clean))
        .containsExactly(
            Map.entry("A1", "[CARD_1]"),
            Map.entry("B1", "[DATE_1]"),
            Map.entry("C1", "[SSN_1]"),
            Map.entry("D1", "25571"),
            Map.entry("E1", "0.1"),
            Map.entry("F1", "[T]"));
    assertThat(tools.shown()).contains("1970-01-03", "0.1");
    assertThat(clean.everything()).doesNotContain("Secret").contains("000-00-0000");
  }

  @Test
  void a_formula_goes_and_its_value_stays_redacted() throws IOException {
    Cleaned cleaned =
        cleaned(
            book(
                "<x:row r=\"1\"><x:c r=\"A1\" t=\"str\"><x:f>\"Erika \"&amp;\"Mustermann\"</x:f>"
                    + "<x:v>Erika Mustermann</x:v></x:c><x:c r=\"B1\"><x:f>SUM(C1:C9)</x:f><x:v>7"
                    + "</x:v></x:c></x:row>",
                ""));

    CleanPackage clean = CleanPackage.of(cleaned.object()).isConsistent();
    assertThat(cells(clean)).containsExactly(Map.entry("A1", "[PERSON_1]"), Map.entry("B1", "7"));
    assertThat(clean.string(SHEET)).doesNotContain("<f>");
    assertThat(cleaned.removed()).containsEntry("formula", 2);
  }

  @Test
  void what_lies_in_hidden_rows_columns_and_under_merged_cells_goes() throws IOException {
    OfficeFile file =
        sheet(
            "<x:cols><x:col min=\"3\" max=\"4\" hidden=\"1\" width=\"9\"/></x:cols><x:sheetData>"
                + "<x:row r=\"1\">"
                + text("A1", "seen")
                + text("C1", "Secret")
                + text("D1", "Secret")
                + text("E1", "seen too")
                + "</x:row><x:row r=\"2\" hidden=\"1\">"
                + text("A2", "Secret")
                + "</x:row><x:row r=\"3\">"
                + text("A3", "merged")
                + text("B3", "Secret")
                + "</x:row><x:row r=\"4\">"
                + text("A4", "Secret")
                + "</x:row></x:sheetData><x:mergeCells><x:mergeCell ref=\"A3:B4\"/></x:mergeCells>");

    CleanPackage clean = clean(file);

    assertThat(tools.shown()).containsExactly("seen", "seen too", "merged");
    assertThat(clean.everything()).doesNotContain("Secret").contains("A3:B4");
  }

  @Test
  void hidden_sheets_go_and_names_of_sheets_are_redacted_and_stay_different() throws IOException {
    OfficeFile file =
        new OfficeFile()
            .related("", "officeDocument", "rId1", MAIN)
            .related(MAIN, "worksheet", "a", "xl/worksheets/Secret.xml")
            .related(MAIN, "worksheet", "b", "xl/worksheets/hidden.xml")
            .related(MAIN, "worksheet", "c", "xl/worksheets/third.xml")
            .xml(
                MAIN,
                "x:workbook",
                "<x:sheets><x:sheet name=\"Erika Mustermann\" sheetId=\"4\" r:id=\"a\"/>"
                    + "<x:sheet name=\"Secret\" state=\"veryHidden\" sheetId=\"5\" r:id=\"b\"/>"
                    + "<x:sheet name=\"(PERSON_1)\" sheetId=\"6\" r:id=\"c\"/></x:sheets>"
                    + "<x:definedNames><x:definedName name=\"Secret\">Secret!$A$1</x:definedName>"
                    + "</x:definedNames>")
            .xml("xl/worksheets/Secret.xml", "x:worksheet", "<x:sheetData/>")
            .xml("xl/worksheets/hidden.xml", "x:worksheet", data(text("A1", "Secret")))
            .xml("xl/worksheets/third.xml", "x:worksheet", data(text("A1", "third")));

    Cleaned cleaned = cleaned(file);

    CleanPackage clean = CleanPackage.of(cleaned.object()).isConsistent();
    assertThat(clean.string(MAIN)).contains("\"(PERSON_1)\"").contains("\"(PERSON_1) 2\"");
    assertThat(clean.everything()).doesNotContain("Secret");
    assertThat(cleaned.removed()).containsEntry("hidden-sheet", 1).containsEntry("defined-name", 1);
  }

  @Test
  void what_stands_around_the_cells_goes_and_drawings_are_redacted() throws IOException {
    OfficeFile file =
        sheet(
                "<x:sheetPr codeName=\"Secret\"/>"
                    + data(text("A1", "cell"))
                    + "<x:sheetProtection password=\"5EC2\"/><x:autoFilter ref=\"A1:A2\">"
                    + "<x:filterColumn colId=\"0\"><x:filters><x:filter val=\"Secret\"/></x:filters>"
                    + "</x:filterColumn></x:autoFilter><x:dataValidations><x:dataValidation"
                    + " prompt=\"Secret\"><x:formula1>\"Secret,No\"</x:formula1></x:dataValidation>"
                    + "</x:dataValidations><x:hyperlinks><x:hyperlink ref=\"A1\" r:id=\"h\""
                    + " tooltip=\"Secret\"/></x:hyperlinks><x:pageSetup orientation=\"landscape\""
                    + " r:id=\"p\"/><x:headerFooter><x:oddHeader>Secret</x:oddHeader>"
                    + "</x:headerFooter><x:drawing r:id=\"d\"/><x:legacyDrawing r:id=\"v\"/>")
            .external("xl/worksheets/s.xml", "hyperlink", "h", "mailto:Secret@example.org")
            .related("xl/worksheets/s.xml", "printerSettings", "p", "xl/printerSettings/p1.bin")
            .related("xl/worksheets/s.xml", "drawing", "d", "xl/drawings/d.xml")
            .part("xl/printerSettings/p1.bin", "Secret")
            .xml(
                "xl/drawings/d.xml",
                "xdr:wsDr",
                "<xdr:twoCellAnchor><xdr:from/><xdr:to/><xdr:sp macro=\"Secret\""
                    + " textlink=\"Secret!$A$1\"><xdr:nvSpPr><xdr:cNvPr id=\"1\" name=\"Secret\"/>"
                    + "<xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/><xdr:txBody><a:bodyPr/><a:p><a:r>"
                    + "<a:t>drawn for Erika </a:t></a:r><a:r><a:t>Mustermann</a:t></a:r></a:p>"
                    + "</xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>");

    CleanPackage clean = clean(file);

    assertThat(tools.shown()).containsExactly("cell", "drawn for [PERSON_1]");
    assertThat(clean.everything()).doesNotContain("Secret").doesNotContain("5EC2");
    assertThat(clean.string(SHEET)).contains("landscape");
  }

  private OfficeFile book(String rows, String strings) {
    return sheet(data2(rows))
        .related(MAIN, "sharedStrings", "ss", "xl/sharedStrings.xml")
        .xml("xl/sharedStrings.xml", "x:sst", strings);
  }

  public static OfficeFile sheet(String content) {
    return new OfficeFile()
        .related("", "officeDocument", "rId1", MAIN)
        .related(MAIN, "worksheet", "s", "xl/worksheets/s.xml")
        .xml(
            MAIN,
            "x:workbook",
            "<x:sheets><x:sheet name=\"List\" sheetId=\"1\" r:id=\"s\"/></x:sheets>")
        .xml("xl/worksheets/s.xml", "x:worksheet", content);
  }

  private static String data(String cells) {
    return data2("<x:row r=\"1\">" + cells + "</x:row>");
  }

  private static String data2(String rows) {
    return "<x:sheetData>" + rows + "</x:sheetData>";
  }

  public static String text(String reference, String text) {
    return "<x:c r=\""
        + reference
        + "\" t=\"inlineStr\"><x:is><x:t>"
        + text
        + "</x:t></x:is></x:c>";
  }

  /** Cells that hold something, by reference, with shared strings looked up. */
  private static Map<String, String> cells(CleanPackage clean) {
    List<String> strings = new ArrayList<>();
    if (clean.names().contains("xl/sharedStrings.xml")) {
      strings.addAll(clean.texts("xl/sharedStrings.xml", "si"));
    }
    Document sheet = clean.xml(SHEET);
    Map<String, String> cells = new TreeMap<>();
    NodeList found = sheet.getElementsByTagNameNS("*", "c");
    for (int i = 0; i < found.getLength(); i++) {
      Element cell = (Element) found.item(i);
      String value = cell.getTextContent();
      boolean shared = cell.getAttribute("t").equals("s");
      cells.put(cell.getAttribute("r"), shared ? strings.get(Integer.parseInt(value)) : value);
    }
    return cells;
  }

  private CleanPackage clean(OfficeFile file) throws IOException {
    return CleanPackage.of(cleaned(file).object()).isConsistent();
  }

  private Cleaned cleaned(OfficeFile file) throws IOException {
    return (Cleaned) new OoxmlCleaner().clean(file.bytes(), ObjectType.XLSX, tools);
  }
}
