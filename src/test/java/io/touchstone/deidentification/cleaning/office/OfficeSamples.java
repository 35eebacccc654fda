package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.office.sheet.WorkbookCleanerTest;

/** A small document of each kind of office document with a text that a reader sees. */
public final class OfficeSamples {

  private OfficeSamples() {}

  /** A document of that kind. */
  public static byte[] of(ObjectType type, String text) {
    return switch (type) {
      case DOCX -> OfficeFile.docx(OfficeFile.p(text)).typed(type).bytes();
      case XLSX ->
          WorkbookCleanerTest.sheet(
                  "<x:sheetData><x:row r=\"1\">"
                      + WorkbookCleanerTest.text("A1", text)
                      + "<x:c r=\"B1\"><x:v>44197.5416666667</x:v></x:c></x:row></x:sheetData>"
                      + "<x:pageMargins left=\"0.70866141732283472\"/>")
              .typed(type)
              .bytes();
      case PPTX -> SlidesCleanerTest.slides(SlidesCleanerTest.shape(text)).typed(type).bytes();
      case ODT -> OdtFile.of("", "<text:p>" + text + "</text:p>").bytes();
      case DOC -> new DocFile().text(text + "\r").bytes();
      case XLS ->
          LegacyCanaryFiles.book(
              book -> book.getSheetAt(0).getRow(0).getCell(0).setCellValue(text));
      case PPT ->
          LegacyCanaryFiles.show(show -> show.createSlide().addShape(LegacyCanaryFiles.box(text)));
      default -> throw new IllegalArgumentException("no office document: " + type);
    };
  }

  /** A workbook with one cell in a sheet of that name; its maker stands in its properties. */
  public static byte[] workbook(String sheet, String cell, String maker) {
    return WorkbookCleanerTest.sheet(
            "<x:sheetData><x:row r=\"1\">"
                + WorkbookCleanerTest.text("A1", cell)
                + "</x:row></x:sheetData>")
        .xml(
            WorkbookCleanerTest.MAIN,
            "x:workbook",
            "<x:sheets><x:sheet name=\"" + sheet + "\" sheetId=\"1\" r:id=\"s\"/></x:sheets>")
        .part("docProps/core.xml", "<creator>" + maker + "</creator>")
        .typed(ObjectType.XLSX)
        .bytes();
  }
}
