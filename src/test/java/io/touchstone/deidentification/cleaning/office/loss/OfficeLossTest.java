package io.touchstone.deidentification.cleaning.office.loss;

import static io.touchstone.deidentification.cleaning.office.OfficeFile.docx;
import static io.touchstone.deidentification.cleaning.office.OfficeFile.p;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.AccountedWords;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.WordLoss;
import io.touchstone.deidentification.cleaning.office.OdtFile;
import io.touchstone.deidentification.cleaning.office.SlidesCleanerTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words that a document showed are counted where they are nowhere any more. */
class OfficeLossTest {

  private static final AccountedWords NOWHERE = new AccountedWords(List.of(), List.of());

  private static WordLoss loss(byte[] before, byte[] after, ObjectType type) throws IOException {
    return OfficeLoss.of(before, after, type, NOWHERE);
  }

  private static byte[] letter(String body, String header) {
    return docx(p(body) + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h\"/></w:sectPr>")
        .related("word/document.xml", "header", "h", "word/h.xml")
        .xml("word/h.xml", "w:hdr", p(header))
        .bytes();
  }

  @Test
  void words_of_body_and_header_that_are_gone_are_counted() throws IOException {
    byte[] before = letter("three words here", "two more");

    assertThat(loss(before, letter("three words", "two more"), ObjectType.DOCX))
        .isEqualTo(new WordLoss(5, 1));
    assertThat(loss(before, letter("three words here", ""), ObjectType.DOCX))
        .isEqualTo(new WordLoss(5, 2));
    assertThat(loss(before, before, ObjectType.DOCX)).isEqualTo(new WordLoss(5, 0));
  }

  @Test
  void what_a_document_hides_is_not_missed() throws IOException {
    String hidden =
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:del><w:r><w:delText>gone"
            + "</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>";

    assertThat(loss(docx(p("seen") + hidden).bytes(), docx(p("seen")).bytes(), ObjectType.DOCX))
        .isEqualTo(new WordLoss(1, 0));
  }

  @Test
  void words_of_slides_and_of_open_documents_that_are_gone_are_counted() throws IOException {
    byte[] slides = SlidesCleanerTest.slides(SlidesCleanerTest.shape("two words")).bytes();
    byte[] fewer = SlidesCleanerTest.slides(SlidesCleanerTest.shape("two")).bytes();
    byte[] text = OdtFile.of("", "<text:p>a<text:s/>b <text:span>c</text:span></text:p>").bytes();
    byte[] less = OdtFile.of("", "<text:p>a</text:p>").bytes();

    assertThat(loss(slides, fewer, ObjectType.PPTX)).isEqualTo(new WordLoss(2, 1));
    assertThat(loss(text, less, ObjectType.ODT)).isEqualTo(new WordLoss(3, 2));
  }
}
