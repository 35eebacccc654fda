package io.touchstone.deidentification.cleaning.pdf;

import static io.touchstone.deidentification.cleaning.pdf.PdfHiddenPlaces.array;
import static io.touchstone.deidentification.cleaning.pdf.PdfHiddenPlaces.dictionary;
import static io.touchstone.deidentification.cleaning.pdf.PdfHiddenPlaces.name;
import static io.touchstone.deidentification.cleaning.pdf.PlantedPdf.bitmapFont;
import static io.touchstone.deidentification.cleaning.pdf.PlantedPdf.look;
import static io.touchstone.deidentification.cleaning.pdf.PlantedPdf.note;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.OutsideTools;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.pdf.page.PdfMaker;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader sees of a page stays to be seen; pdftotext reads it where it was and is. */
class VisibleTextTest {

  @TempDir Path folder;

  private final LiteralTools tools =
      new LiteralTools()
          .replacing("Erika Mustermann", "[PERSON_1]")
          .nesting(picture -> new Cleaned(picture, PdfPictures.typeOf(picture), Map.of(), 0));

  private Cleaned cleaned(PdfMaker pdf) throws IOException {
    return (Cleaned) new PdfCleaner().clean(pdf.bytes(), ObjectType.PDF, tools);
  }

  /** What poppler reads, forms and notes included. */
  private String outside(byte[] pdf) throws IOException {
    Path file = Files.write(folder.resolve("page.pdf"), pdf);
    return OutsideTools.text(new OutsideTools(folder).textOfPdf(file));
  }

  /** Share of the page that is not white. */
  private static double ink(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage page = new PDFRenderer(document).renderImage(0);
      long dark = 0;
      for (int x = 0; x < page.getWidth(); x++) {
        for (int y = 0; y < page.getHeight(); y++) {
          dark += (page.getRGB(x, y) & 0xff) < 200 ? 1 : 0;
        }
      }
      return dark / (double) (page.getWidth() * page.getHeight());
    }
  }

  @Test
  void words_in_a_font_of_bitmaps_stay_and_are_read() throws IOException {
    try (PdfMaker pdf = new PdfMaker(PdfMaker.Kind.STANDARD)) {
      bitmapFont(pdf, "CALTREMD", true);
      pdf.add("q .24 0 0 .24 72 700 cm BT /T3 1 Tf 0 0 Td (CALL) Tj 150 0 Td (TRADE) Tj ET Q");
      byte[] delivered = pdf.bytes();

      Cleaned cleaned = cleaned(pdf);

      assertThat(outside(delivered)).contains("CALL", "TRADE");
      assertThat(tools.shown()).containsExactly("CALL TRADE");
      assertThat(outside(cleaned.object())).contains("CALL", "TRADE");
      assertThat(ink(cleaned.object())).isGreaterThan(0.8 * ink(delivered)).isPositive();
      assertThat(cleaned.removed()).doesNotContainKeys("hidden-letter", "unreadable-letter");
    }
  }

  @Test
  void letters_that_are_drawings_are_seen_in_whatever_mode_and_redacted() throws IOException {
    tools.replacing("TRADE", "[X]");
    try (PdfMaker pdf = new PdfMaker(PdfMaker.Kind.STANDARD)) {
      bitmapFont(pdf, "CALTREMD", true);
      pdf.add("q .24 0 0 .24 72 700 cm BT 3 Tr /T3 1 Tf 0 0 Td (CALL) Tj 150 0 Td (TRADE) Tj ET Q");

      Cleaned cleaned = cleaned(pdf);

      assertThat(tools.shown()).containsExactly("CALL [X]");
      assertThat(outside(cleaned.object())).contains("CALL", "[X]").doesNotContain("TRADE");
    }
  }

  @Test
  void a_page_whose_drawn_letters_nobody_can_name_is_kept_from_everybody() throws IOException {
    try (PdfMaker pdf = new PdfMaker(PdfMaker.Kind.STANDARD)) {
      bitmapFont(pdf, "CALTREMD", false);
      pdf.add("q .24 0 0 .24 72 700 cm BT /T3 1 Tf 0 0 Td (CALL) Tj ET Q");

      Cleaning cleaning = new PdfCleaner().clean(pdf.bytes(), ObjectType.PDF, tools);

      assertThat(cleaning)
          .isInstanceOfSatisfying(
              Cleaning.Quarantined.class,
              kept -> assertThat(kept.reason()).isEqualTo(Quarantine.UNREADABLE));
    }
  }

  private static void above(PdfMaker pdf, COSDictionary... notes) {
    pdf.page.getCOSObject().setItem("Annots", array(notes));
  }

  private static void form(PdfMaker pdf, boolean stale, COSDictionary... fields) {
    pdf.document
        .getDocumentCatalog()
        .getCOSObject()
        .setItem(
            "AcroForm",
            dictionary("Fields", array(fields), "NeedAppearances", COSBoolean.getBoolean(stale)));
  }

  @Test
  void answers_of_a_form_are_read_beside_their_questions_and_redacted() throws IOException {
    try (PdfMaker pdf = new PdfMaker(PdfMaker.Kind.STANDARD)) {
      pdf.line(72, 705, "Complaint:").line(72, 605, "Patient:");
      COSDictionary complaint =
          note("Widget", 700, "FT", name("Tx"), "V", "severe headache", "T", "a");
      complaint.setItem("AP", look(pdf, "severe headache"));
      COSDictionary patient =
          note("Widget", 600, "FT", name("Tx"), "V", "Erika Mustermann", "T", "b");
      patient.setItem("AP", look(pdf, "Erika Mustermann"));
      above(pdf, complaint, patient);
      form(pdf, false, complaint, patient);
      assertThat(outside(pdf.bytes())).contains("severe headache", "Erika Mustermann");

      Cleaned cleaned = cleaned(pdf);

      assertThat(tools.shown())
          .anyMatch(line -> line.matches("(?s)Complaint:\\s+severe headache.*"))
          .anyMatch(line -> line.matches("(?s).*Patient:\\s+\\[PERSON_1\\]"));
      assertThat(outside(cleaned.object()))
          .contains("severe headache", "[PERSON_1]")
          .doesNotContain("Mustermann");
      assertThat(cleaned.removed()).containsEntry("form", 1).doesNotContainKey("annotation");
    }
  }

  @Test
  void answers_that_nothing_draws_are_written_where_they_stand() throws IOException {
    try (PdfMaker pdf = new PdfMaker(PdfMaker.Kind.STANDARD)) {
      COSDictionary empty = note("Widget", 700, "FT", name("Tx"), "V", "nothing drawn", "T", "a");
      COSDictionary stale = note("Widget", 600, "FT", name("Tx"), "V", "new answer", "T", "b");
      stale.setItem("AP", look(pdf, "old prompt"));
      COSDictionary secret =
          note("Widget", 500, "FT", name("Tx"), "V", "hunter", "Ff", 1 << 13, "T", "c");
      above(pdf, empty, stale, secret);
      form(pdf, true, empty, stale, secret);

      Cleaned cleaned = cleaned(pdf);

      assertThat(tools.shown()).containsExactly("nothing drawn", "new answer");
      assertThat(outside(cleaned.object()))
          .contains("nothing drawn", "new answer")
          .doesNotContain("old prompt", "hunter");
    }
  }

  @Test
  void an_answer_in_letters_that_cannot_be_drawn_is_part_of_the_text() throws IOException {
    try (PdfMaker pdf = new PdfMaker(PdfMaker.Kind.STANDARD)) {
      COSDictionary answer = note("Widget", 700, "FT", name("Tx"), "T", "a");
      answer.setItem("V", new COSString("\u0431\u043e\u043b\u044c"));
      above(pdf, answer);
      form(pdf, true, answer);

      Cleaned cleaned = cleaned(pdf);

      assertThat(tools.shown()).containsExactly("\u0431\u043e\u043b\u044c");
      assertThat(cleaned.removed()).containsEntry("note-not-drawn", 1);
    }
  }

  @Test
  void notes_typed_onto_a_page_and_stamps_stay_and_what_opens_by_a_click_goes() throws IOException {
    try (PdfMaker pdf = new PdfMaker(PdfMaker.Kind.STANDARD)) {
      COSDictionary typed = note("FreeText", 700, "Contents", "see Erika Mustermann");
      typed.setItem("AP", look(pdf, "see Erika Mustermann"));
      COSDictionary plain = note("FreeText", 600, "Contents", "typed and not drawn");
      COSDictionary stamp = note("Stamp", 500, "Contents", "Secret author");
      stamp.setItem("AP", look(pdf, "RECEIVED"));
      COSDictionary hidden = note("FreeText", 400, "Contents", "Secret", "F", 2);
      hidden.setItem("AP", look(pdf, "Secret"));
      COSDictionary sticky = note("Text", 300, "Contents", "Secret remark");
      above(pdf, typed, plain, stamp, hidden, sticky);

      Cleaned cleaned = cleaned(pdf);

      assertThat(tools.shown())
          .containsExactly("see [PERSON_1]", "typed and not drawn", "RECEIVED");
      assertThat(outside(cleaned.object()))
          .contains("[PERSON_1]", "typed and not drawn", "RECEIVED")
          .doesNotContain("Secret", "Mustermann");
      assertThat(PdfTool.holds(cleaned.object(), "Secret")).isFalse();
      assertThat(cleaned.removed()).containsEntry("annotation", 2);
    }
  }

  @Test
  void what_a_page_leaves_open_does_not_move_the_answer() throws IOException {
    try (PdfMaker pdf = new PdfMaker(PdfMaker.Kind.STANDARD)) {
      pdf.add("q .1 0 0 .1 0 0 cm 1 Tr");
      COSDictionary answer = note("Widget", 700, "FT", name("Tx"), "V", "in place", "T", "a");
      answer.setItem("AP", look(pdf, "in place"));
      above(pdf, answer);
      form(pdf, false, answer);

      Cleaned cleaned = cleaned(pdf);

      assertThat(outside(cleaned.object())).contains("in place");
      try (PDDocument before = Loader.loadPDF(pdf.bytes());
          PDDocument after = Loader.loadPDF(cleaned.object())) {
        BufferedImage one = new PDFRenderer(before).renderImage(0);
        BufferedImage other = new PDFRenderer(after).renderImage(0);
        assertThat(other.getRGB(0, 0, 500, 800, null, 0, 500))
            .isEqualTo(one.getRGB(0, 0, 500, 800, null, 0, 500));
      }
    }
  }
}
