package io.touchstone.deidentification.cleaning.office.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.office.DocFile;
import io.touchstone.deidentification.cleaning.office.Mutations;
import io.touchstone.deidentification.cleaning.office.OoxmlCleaner;
import io.touchstone.deidentification.cleaning.office.xml.CleanPackage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextBox;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

public class LegacyOfficeCleanerTest {

  private final LiteralTools tools =
      new LiteralTools().replacing("Erika Mustermann", "[PERSON_1]").replacing("Secret", "[X]");

  /** The library writes about damage with what it found. */
  @BeforeAll
  public static void silenceTheLibrary() {
    ((Logger) LoggerFactory.getLogger("org.apache.poi")).setLevel(Level.OFF);
  }

  @Test
  void a_doc_becomes_a_docx_of_the_text_that_is_shown() throws IOException {
    byte[] object =
        new DocFile()
            .text("Dear Eri")
            .text("ka Mustermann")
            .deleted("Secret deleted")
            .hidden("Secret hidden")
            .text(" \u0013 IF Secret \u0014result\u0015\r")
            .text("second\tline\r")
            .header("head of Erika Mustermann\r")
            .orphan("Secret orphan")
            .bytes();

    Cleaned cleaned = cleaned(object, ObjectType.DOC);

    assertThat(cleaned.type()).isEqualTo(ObjectType.DOCX);
    assertThat(tools.shown())
        .containsExactly("Dear [PERSON_1] result", "second\tline", "head of [PERSON_1]");
    CleanPackage clean = CleanPackage.of(cleaned.object()).isConsistent();
    assertThat(clean.everything()).doesNotContain("Secret");
    assertThat(clean.texts("word/document.xml", "t"))
        .containsExactly("Dear [PERSON_1] result", "second", "line", "head of [PERSON_1]");
    assertThat(cleaned.removed())
        .containsEntry("layout", 1)
        .containsEntry("deletion", 1)
        .containsEntry("hidden-text", 1);
  }

  @Test
  void an_xls_becomes_an_xlsx_of_the_cells_that_are_shown() throws IOException {
    tools.replacing("1970-01-02", "[DATE_1]").replacing("4111111111111111", "[CARD_1]");
    HSSFWorkbook book = new HSSFWorkbook();
    HSSFSheet sheet = book.createSheet("Erika Mustermann");
    HSSFRow row = sheet.createRow(0);
    row.createCell(0).setCellValue("Erika Mustermann");
    row.createCell(1).setCellValue(4111111111111111d);
    HSSFCellStyle date = book.createCellStyle();
    date.setDataFormat((short) 14);
    row.createCell(2).setCellValue(25570);
    row.getCell(2).setCellStyle(date);
    row.createCell(3).setCellFormula("\"Sec\"&\"ret\"");
    row.getCell(3).setCellValue("formula Erika Mustermann");
    row.createCell(4).setCellValue(true);
    sheet.createRow(1).createCell(0).setCellValue("Secret row");
    sheet.getRow(1).setZeroHeight(true);
    sheet.createRow(2).createCell(0).setCellValue(0.25);
    sheet.getRow(2).createCell(7).setCellValue("Secret column");
    sheet.setColumnHidden(7, true);
    sheet.createRow(3).createCell(0).setCellValue("merged");
    sheet.getRow(3).createCell(1).setCellValue("Secret below");
    sheet.addMergedRegion(new CellRangeAddress(3, 3, 0, 1));
    book.createSheet("Secret").createRow(0).createCell(0).setCellValue("Secret");
    book.setSheetHidden(1, true);
    book.createInformationProperties();
    book.getSummaryInformation().setAuthor("Secret");

    Cleaned cleaned = cleaned(bytes(book), ObjectType.XLS);

    assertThat(cleaned.type()).isEqualTo(ObjectType.XLSX);
    assertThat(tools.shown())
        .containsExactly(
            "[PERSON_1]", "[CARD_1]", "[DATE_1]", "formula [PERSON_1]", "TRUE", "0.25", "merged");
    CleanPackage clean = CleanPackage.of(cleaned.object()).isConsistent();
    assertThat(clean.everything()).doesNotContain("Secret").doesNotContain("Erika");
    assertThat(clean.string("xl/worksheets/sheet1.xml")).contains("<c r=\"A3\"><v>0.25</v></c>");
    assertThat(cleaned.removed())
        .containsEntry("hidden-sheet", 1)
        .containsEntry("hidden-row", 1)
        .containsEntry("properties", 2);
  }

  @Test
  void a_ppt_becomes_a_pptx_of_the_slides_that_are_shown() throws IOException {
    HSLFSlideShow show = new HSLFSlideShow();
    box(show.createSlide(), "Dear Erika Mustermann\rsecond");
    HSLFSlide hidden = show.createSlide();
    box(hidden, "Secret");
    hidden.setHidden(true);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    show.write(bytes);

    Cleaned cleaned = cleaned(bytes.toByteArray(), ObjectType.PPT);

    assertThat(cleaned.type()).isEqualTo(ObjectType.PPTX);
    assertThat(tools.shown()).containsExactly("Dear [PERSON_1]", "second");
    CleanPackage clean = CleanPackage.of(cleaned.object()).isConsistent();
    assertThat(clean.everything()).doesNotContain("Secret");
    assertThat(clean.names())
        .contains("ppt/slides/slide1.xml", "ppt/theme/theme1.xml")
        .doesNotContain("ppt/slides/slide2.xml");
    assertThat(cleaned.removed()).containsEntry("hidden-slide", 1);
  }

  @Test
  void what_was_written_is_cleaned_once_more_without_a_change_of_its_text() throws IOException {
    byte[] fresh = cleaned(new DocFile().text("one\r").bytes(), ObjectType.DOC).object();

    Cleaned again = (Cleaned) new OoxmlCleaner().clean(fresh, ObjectType.DOCX, new LiteralTools());

    assertThat(CleanPackage.of(again.object()).isConsistent().texts("word/document.xml", "t"))
        .containsExactly("one");
    assertThat(new LegacyOfficeCleaner().readBack(fresh, ObjectType.DOCX)).contains("one");
  }

  @Test
  void an_encrypted_workbook_and_a_signed_document_are_kept_from_everybody() throws IOException {
    HSSFWorkbook book = new HSSFWorkbook();
    book.createSheet("a").createRow(0).createCell(0).setCellValue("b");
    Biff8EncryptionKey.setCurrentUserPassword("password");
    byte[] encrypted;
    try {
      encrypted = bytes(book);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    POIFSFileSystem container =
        new POIFSFileSystem(new ByteArrayInputStream(new DocFile().text("a\r").bytes()));
    container.createDocument(new ByteArrayInputStream(new byte[9]), "_signatures");
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    container.writeFilesystem(signed);

    assertThat(reason(encrypted, ObjectType.XLS)).isEqualTo(Quarantine.ENCRYPTED);
    assertThat(reason(signed.toByteArray(), ObjectType.DOC)).isEqualTo(Quarantine.SIGNED);
  }

  @Test
  void damaged_documents_are_cleaned_or_refused_and_nothing_else_happens() throws IOException {
    HSSFWorkbook book = new HSSFWorkbook();
    book.createSheet("a").createRow(0).createCell(0).setCellValue("b");
    HSLFSlideShow show = new HSLFSlideShow();
    box(show.createSlide(), "text");
    ByteArrayOutputStream slides = new ByteArrayOutputStream();
    show.write(slides);
    Map<ObjectType, byte[]> whole =
        Map.of(
            ObjectType.DOC, new DocFile().text("some ").hidden("x").text("text\r").bytes(),
            ObjectType.XLS, bytes(book),
            ObjectType.PPT, slides.toByteArray());
    Random random = new Random(20240610);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(120),
        () -> {
          for (int i = 0; i < 300; i++) {
            for (Map.Entry<ObjectType, byte[]> object : whole.entrySet()) {
              byte[] damaged = Mutations.of(object.getValue(), random);
              Cleaning cleaning =
                  new LegacyOfficeCleaner().clean(damaged, object.getKey(), new LiteralTools());
              if (cleaning instanceof Cleaned cleaned) {
                CleanPackage.of(cleaned.object()).isConsistent();
              }
            }
          }
        });
  }

  private static void box(HSLFSlide slide, String text) {
    HSLFTextBox box = new HSLFTextBox();
    box.setText(text);
    slide.addShape(box);
  }

  private static byte[] bytes(HSSFWorkbook book) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    book.write(bytes);
    return bytes.toByteArray();
  }

  private Cleaned cleaned(byte[] object, ObjectType type) throws IOException {
    return (Cleaned) new LegacyOfficeCleaner().clean(object, type, tools);
  }

  private Quarantine reason(byte[] object, ObjectType type) throws IOException {
    return ((Quarantined) new LegacyOfficeCleaner().clean(object, type, tools)).reason();
  }
}
