package io.touchstone.deidentification.cleaning.office;

import static io.touchstone.deidentification.cleaning.office.OfficeFile.p;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.office.sheet.WorkbookCleanerTest;
import io.touchstone.deidentification.cleaning.office.xml.CleanPackage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileOfficeTest {

  private static final String MAIN = "word/document.xml";

  @Test
  void an_entity_of_a_file_outside_is_not_read(@TempDir Path folder) throws IOException {
    Path outside = Files.writeString(folder.resolve("outside.txt"), "from outside");

    Cleaning cleaning =
        clean(
            withMain(
                "<!DOCTYPE d [<!ENTITY e SYSTEM \""
                    + outside.toUri()
                    + "\">]><w:document"
                    + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                    + "<w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"));

    assertThat(reason(cleaning)).isEqualTo(Quarantine.UNREADABLE);
  }

  @Test
  void entities_that_multiply_are_refused_at_once() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE d [<!ENTITY l0 \"lol\">");
    for (int i = 1; i < 12; i++) {
      laughs.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
    }
    OfficeFile file = withMain(laughs + "]><d>&l11;</d>");

    Cleaning cleaning =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> clean(file));

    assertThat(reason(cleaning)).isEqualTo(Quarantine.UNREADABLE);
  }

  @Test
  void a_part_that_unpacks_to_more_than_a_hundred_times_its_size_is_a_bomb() throws IOException {
    OfficeFile file = OfficeFile.docx(p(" ".repeat(5 << 20)));

    assertThat(reason(clean(file))).isEqualTo(Quarantine.BOMB);
  }

  @Test
  void ten_thousand_entries_are_too_many() throws IOException {
    OfficeFile file = OfficeFile.docx(p("text"));
    for (int i = 0; i < 10_000; i++) {
      file.part("word/media/" + i, "");
    }

    assertThat(reason(clean(file))).isEqualTo(Quarantine.BOMB);
  }

  @Test
  void a_container_in_a_container_is_not_opened_and_goes() throws IOException {
    byte[] inner = OfficeFile.docx(p("inner")).bytes();
    OfficeFile file =
        OfficeFile.docx(p("outer"))
            .related(MAIN, "package", "p", "word/embeddings/inner.docx")
            .part("word/embeddings/inner.docx", inner);

    Cleaned cleaned = (Cleaned) clean(file);

    assertThat(cleaned.removed()).containsEntry("embedding", 1);
    assertThat(CleanPackage.of(cleaned.object()).isConsistent().names()).hasSize(3);
  }

  @Test
  void parts_that_lead_to_each_other_in_a_circle_are_cleaned_once() throws IOException {
    String section = "<w:sectPr><w:headerReference r:id=\"h\"/></w:sectPr>";
    OfficeFile file =
        OfficeFile.docx(section)
            .related(MAIN, "header", "h", "word/h.xml")
            .related("word/h.xml", "header", "h", "word/h.xml")
            .xml("word/h.xml", "w:hdr", "<w:p><w:pPr>" + section + "</w:pPr></w:p>");

    Cleaned cleaned = (Cleaned) clean(file);

    assertThat(CleanPackage.of(cleaned.object()).isConsistent().names())
        .contains("word/header1.xml")
        .doesNotContain("word/header2.xml");
  }

  @Test
  void names_that_lead_out_of_the_container_or_are_there_twice_are_refused() throws IOException {
    assertThat(reason(clean(OfficeFile.docx(p("a")).part("../outside", "x"))))
        .isEqualTo(Quarantine.UNREADABLE);
    assertThat(reason(clean(OfficeFile.docx(p("a")).part("/etc/passwd", "x"))))
        .isEqualTo(Quarantine.UNREADABLE);
    assertThat(reason(clean(OfficeFile.docx(p("a")).part("WORD/Document.xml", "x"))))
        .isEqualTo(Quarantine.UNREADABLE);
  }

  @Test
  void a_signed_document_is_kept_from_everybody() throws IOException {
    OfficeFile file = OfficeFile.docx(p("a")).part("_xmlsignatures/sig1.xml", "<s/>");

    assertThat(reason(clean(file))).isEqualTo(Quarantine.SIGNED);
  }

  @Test
  void an_encrypted_document_is_a_container_of_the_old_kind() throws IOException {
    byte[] ole2 = new byte[1024];
    System.arraycopy(
        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1},
        0,
        ole2,
        0,
        6);

    Cleaning cleaning = new OoxmlCleaner().clean(ole2, ObjectType.DOCX, new LiteralTools());

    assertThat(reason(cleaning)).isEqualTo(Quarantine.ENCRYPTED);
  }

  @Test
  void elements_nested_without_end_are_refused() throws IOException {
    OfficeFile file = OfficeFile.docx("<w:tbl>".repeat(100_000) + "</w:tbl>".repeat(100_000));

    assertThat(reason(clean(file))).isIn(Quarantine.UNREADABLE, Quarantine.BOMB);
  }

  @Test
  void a_sentence_about_a_refusal_quotes_nothing_of_the_document() throws IOException {
    Quarantined refused = (Quarantined) clean(withMain("<Mustermann"));

    assertThat(refused.sentence()).doesNotContain("Mustermann").endsWith(".");
  }

  @Test
  void damaged_documents_are_cleaned_or_refused_and_nothing_else_happens() {
    Random random = new Random(20240607);
    Map<ObjectType, byte[]> whole = new LinkedHashMap<>();
    whole.put(ObjectType.DOCX, OfficeFile.docx(p("some ", "text") + p("more")).bytes());
    whole.put(
        ObjectType.XLSX,
        WorkbookCleanerTest.sheet(
                "<x:sheetData><x:row r=\"1\">"
                    + WorkbookCleanerTest.text("A1", "text")
                    + "<x:c r=\"B1\"><x:v>4.5</x:v></x:c></x:row></x:sheetData>")
            .bytes());
    whole.put(ObjectType.PPTX, SlidesCleanerTest.slides(SlidesCleanerTest.shape("text")).bytes());
    whole.forEach(
        (type, object) -> {
          for (int i = 0; i < 300; i++) {
            mutationIsCleanedOrRefused(Mutations.of(object, random), type);
          }
        });
  }

  @Test
  void documents_with_damaged_parts_are_cleaned_or_refused_and_nothing_else_happens() {
    Random random = new Random(20240608);
    OfficeFile file =
        OfficeFile.docx(
                p("some ", "text")
                    + "<w:tbl><w:tr><w:tc>"
                    + p("x")
                    + "</w:tc></w:tr>"
                    + "</w:tbl><w:sectPr><w:headerReference r:id=\"h\"/></w:sectPr>")
            .related(MAIN, "header", "h", "word/h.xml")
            .xml("word/h.xml", "w:hdr", p("head"));
    for (int i = 0; i < 300; i++) {
      Map<String, byte[]> parts = new LinkedHashMap<>(file.parts());
      String name = parts.keySet().stream().skip(random.nextInt(parts.size())).findFirst().get();
      parts.put(name, Mutations.of(parts.get(name), random));
      mutationIsCleanedOrRefused(OfficeFile.zip(parts), ObjectType.DOCX);
    }
  }

  private static void mutationIsCleanedOrRefused(byte[] object, ObjectType type) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          try {
            Cleaning cleaning = new OoxmlCleaner().clean(object, type, new LiteralTools());
            if (cleaning instanceof Cleaned cleaned) {
              CleanPackage.of(cleaned.object()).isConsistent();
              assertThat(new OoxmlCleaner().readBack(cleaned.object(), type)).isNotEmpty();
            }
          } catch (IOException expected) {
            assertThat(expected).isNotNull();
          }
        });
  }

  private static OfficeFile withMain(String xml) {
    return OfficeFile.docx("").part(MAIN, xml.getBytes(StandardCharsets.UTF_8));
  }

  private static Cleaning clean(OfficeFile file) throws IOException {
    return new OoxmlCleaner().clean(file.bytes(), ObjectType.DOCX, new LiteralTools());
  }

  private static Quarantine reason(Cleaning cleaning) {
    return ((Quarantined) cleaning).reason();
  }
}
