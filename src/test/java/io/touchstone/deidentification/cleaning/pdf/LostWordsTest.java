package io.touchstone.deidentification.cleaning.pdf;

import static io.touchstone.deidentification.cleaning.pdf.PdfHiddenPlaces.array;
import static io.touchstone.deidentification.cleaning.pdf.PdfHiddenPlaces.dictionary;
import static io.touchstone.deidentification.cleaning.pdf.PdfHiddenPlaces.n;
import static io.touchstone.deidentification.cleaning.pdf.PdfHiddenPlaces.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.AccountedWords;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.WordLoss;
import io.touchstone.deidentification.cleaning.pdf.page.PdfMaker;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.junit.jupiter.api.Test;

/** Words that a page showed are counted where they are nowhere any more, and no others. */
class LostWordsTest {

  private static final AccountedWords NOWHERE = new AccountedWords(List.of(), List.of());

  /** Makes a page. */
  private interface Page {
    void on(PdfMaker pdf) throws IOException;
  }

  private static byte[] pdf(Page page) throws IOException {
    try (PdfMaker pdf = new PdfMaker(PdfMaker.Kind.STANDARD)) {
      page.on(pdf);
      return pdf.bytes();
    }
  }

  private static WordLoss loss(Page before, Page after, AccountedWords elsewhere)
      throws IOException {
    Cleaned cleaned = new Cleaned(pdf(after), ObjectType.PDF, Map.of(), 0);
    return new PdfCleaner().loss(pdf(before), ObjectType.PDF, cleaned, elsewhere);
  }

  private static Page lines(String... lines) {
    return pdf -> {
      for (int i = 0; i < lines.length; i++) {
        pdf.line(72, 700 - 20 * i, lines[i]);
      }
    };
  }

  @Test
  void a_line_that_is_gone_is_counted_word_by_word() throws IOException {
    Page before = lines("The first line stays.", "The second, alas, does not.");

    assertThat(loss(before, lines("The first line stays."), NOWHERE)).isEqualTo(new WordLoss(9, 5));
    assertThat(loss(before, before, NOWHERE)).isEqualTo(new WordLoss(9, 0));
  }

  @Test
  void a_turned_page_is_looked_at_where_the_words_stand() throws IOException {
    for (int turn : List.of(90, 180, 270)) {
      Page before =
          pdf -> {
            pdf.page.setRotation(turn);
            pdf.line(72, 700, "stays here").line(300, 200, "goes away");
          };
      Page after =
          pdf -> {
            pdf.page.setRotation(turn);
            pdf.line(72, 700, "stays here");
          };

      assertThat(loss(before, after, NOWHERE)).as("%d", turn).isEqualTo(new WordLoss(4, 2));
    }
  }

  @Test
  void words_that_were_replaced_or_are_in_the_text_are_not_lost() throws IOException {
    Page before = lines("Dear Zq k Mustermann, ring 030 123-45", "sidenote");
    AccountedWords elsewhere =
        new AccountedWords(
            List.of("Dear [NAME], ring [PHONE]\nsidenote"), List.of("Zqk Mustermann", "03012345"));

    assertThat(loss(before, lines("Dear [NAME], ring [PHONE]"), elsewhere).lost()).isZero();
  }

  @Test
  void what_nobody_could_see_is_not_missed() throws IOException {
    Page before =
        pdf -> {
          pdf.line(72, 700, "seen");
          pdf.add("BT /F1 12 Tf 3 Tr 72 600 Td " + pdf.string("invisible words") + " Tj ET");
          pdf.add("BT /F1 .5 Tf 0 Tr 72 500 Td " + pdf.string("tiny words") + " Tj ET");
          pdf.line(-500, 400, "outside words");
          pdf.add("1 g").line(72, 300, "white on white").add("0 g");
        };

    assertThat(loss(before, lines("seen"), NOWHERE)).isEqualTo(new WordLoss(1, 0));
  }

  @Test
  void answers_and_typed_notes_that_are_gone_are_counted() throws IOException {
    Page before =
        pdf -> {
          COSDictionary field =
              dictionary(
                  "Subtype",
                  name("Widget"),
                  "FT",
                  name("Tx"),
                  "V",
                  "severe headache",
                  "Rect",
                  array(n(72), n(600), n(300), n(620)));
          COSDictionary note =
              dictionary(
                  "Subtype",
                  name("FreeText"),
                  "Contents",
                  "call back",
                  "Rect",
                  array(n(72), n(500), n(300), n(520)));
          pdf.page.getCOSObject().setItem("Annots", array(field, note));
          pdf.line(72, 700, "Form");
        };

    assertThat(loss(before, lines("Form"), NOWHERE)).isEqualTo(new WordLoss(5, 4));
    assertThat(loss(before, lines("Form", "severe headache", "call back"), NOWHERE).lost())
        .isZero();
  }

  @Test
  void the_cleaners_own_mistake_is_found() throws IOException {
    byte[] delivered = PlantedPdf.losing("three words more", "this line has five words");
    LiteralTools tools = new LiteralTools();
    Cleaned cleaned = (Cleaned) new PdfCleaner().clean(delivered, ObjectType.PDF, tools);

    WordLoss loss =
        new PdfCleaner()
            .loss(delivered, ObjectType.PDF, cleaned, new AccountedWords(tools.shown(), List.of()));

    assertThat(loss).isEqualTo(new WordLoss(8, 3));
    assertThat(loss.isTooMuch()).isTrue();
  }
}
