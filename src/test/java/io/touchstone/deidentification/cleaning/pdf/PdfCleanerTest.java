package io.touchstone.deidentification.cleaning.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.pdf.page.PdfMaker;
import io.touchstone.deidentification.cleaning.pdf.page.PdfMaker.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfCleanerTest {

  private final PdfCleaner cleaner = new PdfCleaner();

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_name_goes_and_the_rest_of_its_line_stays(Kind kind) throws IOException {
    try (PdfMaker pdf = new PdfMaker(kind)) {
      pdf.line(72, 700, "Dear Anna Meier, your claim was settled.")
          .add(
              "BT /F1 12 Tf 72 650 Td ["
                  + pdf.string("Signed by An")
                  + " -20 "
                  + pdf.string("na Mei")
                  + " 30 "
                  + pdf.string("er in June")
                  + "] TJ ET")
          .line(72, 600, "Yours");
      LiteralTools tools = new LiteralTools().replacing("Anna Meier", "[PERSON_1]");

      byte[] cleaned = cleaned(pdf.bytes(), tools).object();

      assertThat(tools.shown())
          .containsExactly(
              "Dear [PERSON_1], your claim was settled.", "Signed by [PERSON_1] in June", "Yours");
      assertThat(PdfTool.text(cleaned).replace(" ,", ","))
          .contains("Dear [PERSON_1], your claim was settled.")
          .contains("Signed by [PERSON_1] in June")
          .doesNotContain("Anna")
          .doesNotContain("Meier");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_page_in_which_nothing_is_redacted_looks_and_reads_as_before(Kind kind) throws IOException {
    try (PdfMaker pdf = new PdfMaker(kind)) {
      pdf.put("XObject", "X1", pdf.form("0 0 1 rg 20 20 60 30 re f"));
      pdf.put("Shading", "S1", shading());
      pdf.line(72, 700, "Two words, and more (of them): \u00e4\u00f6\u00fc")
          .add("q 1 0 0 RG 3 w 72 600 m 200 640 l S 0 1 0 rg 72 500 50 50 re f Q")
          .add("q 300 300 100 100 re W n /S1 sh Q q 1 0 0 1 100 100 cm /X1 Do Q")
          .add("BT /F1 20 Tf 0.9 0.3 -0.3 0.9 100 300 Tm 2 Tc " + pdf.string("slanted") + " Tj ET");
      byte[] given = pdf.bytes();

      byte[] cleaned = cleaned(given, tools()).object();

      assertThat(PdfTool.text(cleaned)).isEqualTo(PdfTool.text(given));
      assertThat(PdfTool.look(cleaned)).isEqualTo(PdfTool.look(given));
    }
  }

  private static COSDictionary shading() throws IOException {
    COSDictionary function = new COSDictionary();
    function.setInt("FunctionType", 2);
    function.setItem("Domain", numbers(0, 1));
    function.setItem("C0", numbers(1, 0, 0));
    function.setItem("C1", numbers(0, 0, 1));
    function.setInt("N", 1);
    COSDictionary shading = new COSDictionary();
    shading.setInt("ShadingType", 2);
    shading.setItem("ColorSpace", COSName.DEVICERGB);
    shading.setItem("Coords", numbers(300, 300, 400, 400));
    shading.setItem("Function", function);
    return shading;
  }

  private static COSArray numbers(int... numbers) {
    COSArray array = new COSArray();
    for (int number : numbers) {
      array.add(COSInteger.get(number));
    }
    return array;
  }

  @Test
  void a_paragraph_is_one_text_a_row_has_tabs_and_an_address_keeps_its_lines() throws IOException {
    try (PdfMaker pdf = new PdfMaker(Kind.STANDARD)) {
      pdf.line(72, 720, "Anna Meier")
          .line(72, 706, "12 Main Street")
          .line(72, 692, "Springfield")
          .line(72, 640, "This is a paragraph that the program has broken where")
          .line(72, 626, "the line was full, and so a name such as that of Anna")
          .line(72, 612, "Meier stands in two lines.")
          .line(72, 560, "Name")
          .line(250, 560, "Anna Meier")
          .line(400, 560, "1,200");
      LiteralTools tools = new LiteralTools().replacing("Anna Meier", "[P1]");

      byte[] cleaned = cleaned(pdf.bytes(), tools).object();

      assertThat(tools.shown())
          .containsExactly(
              "[P1]\n12 Main Street\nSpringfield",
              "This is a paragraph that the program has broken where the line was full, and so a"
                  + " name such as that of [P1] stands in two lines.",
              "Name\t[P1]\t1,200");
      assertThat(PdfTool.text(cleaned)).doesNotContain("Anna").doesNotContain("Meier");
    }
  }

  @Test
  void columns_of_running_text_are_read_one_after_the_other() throws IOException {
    try (PdfMaker pdf = new PdfMaker(Kind.STANDARD)) {
      String[] left = {"The left column is the first", "that anybody would read and", "it ends."};
      String[] right = {"The right column is the second", "that anybody would read and", "ends."};
      for (int i = 0; i < 3; i++) {
        pdf.line(60, 700 - 14 * i, left[i]);
      }
      for (int i = 0; i < 3; i++) {
        pdf.line(320, 700 - 14 * i, right[i]);
      }
      LiteralTools tools = tools();

      cleaned(pdf.bytes(), tools);

      assertThat(tools.shown())
          .containsExactly(
              "The left column is the first that anybody would read and it ends.",
              "The right column is the second that anybody would read and ends.");
    }
  }

  @Test
  void the_width_of_a_gap_does_not_tell_which_name_stood_there() throws IOException {
    // In Helvetica an "s" is narrower than an "n" by 56 thousandths of the font's size.
    byte[] one = gapOf("Lisa Fischer");
    byte[] other = gapOf("Lina Fischer");

    assertThat(one).isEqualTo(other);
  }

  private byte[] gapOf(String name) throws IOException {
    try (PdfMaker pdf = new PdfMaker(Kind.STANDARD)) {
      pdf.line(72, 700, "Dear " + name + ", hello");
      return cleaned(pdf.bytes(), new LiteralTools().replacing(name, "[P]")).object();
    }
  }

  @Test
  void a_form_that_is_painted_twice_loses_a_name_where_it_stands_and_is_kept_once()
      throws IOException {
    try (PdfMaker pdf = new PdfMaker(Kind.STANDARD)) {
      pdf.put("XObject", "X1", pdf.form("BT /F1 12 Tf 72 700 Td (Meier) Tj ET"));
      pdf.add("/X1 Do q 1 0 0 1 0 -100 cm /X1 Do Q").line(40, 700, "Anna").line(55, 600, "Dr");
      LiteralTools tools = new LiteralTools().replacing("Anna Meier", "[P1]");

      byte[] cleaned = cleaned(pdf.bytes(), tools).object();

      assertThat(tools.shown()).containsExactlyInAnyOrder("[P1]", "Dr Meier");
      assertThat(PdfTool.text(cleaned)).contains("Meier").doesNotContain("Anna");
      assertThat(new String(PdfTool.unpacked(cleaned), StandardCharsets.ISO_8859_1))
          .containsOnlyOnce("(Meier)");
    }
  }

  @Test
  void cleaning_is_repeatable_to_the_byte() throws IOException {
    try (PdfMaker pdf = new PdfMaker(Kind.COMPOSITE)) {
      pdf.line(72, 700, "Dear Anna, hello");
      byte[] given = pdf.bytes();

      assertThat(cleaned(given, tools()).object()).isEqualTo(cleaned(given, tools()).object());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret"})
  void an_encrypted_document_is_kept_from_everybody(String password) throws IOException {
    try (PdfMaker pdf = new PdfMaker(Kind.STANDARD)) {
      pdf.line(72, 700, "Hello");
      pdf.document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));

      assertRefused(pdf.bytes(), Quarantine.ENCRYPTED);
    }
  }

  @Test
  void a_signed_document_is_kept_from_everybody() throws IOException {
    try (PdfMaker pdf = new PdfMaker(Kind.STANDARD)) {
      COSDictionary field = new COSDictionary();
      field.setItem("FT", COSName.getPDFName("Sig"));
      field.setItem("V", new COSDictionary());
      COSDictionary parent = new COSDictionary();
      parent.setItem("Kids", new COSArray(java.util.List.of(field)));
      COSDictionary form = new COSDictionary();
      form.setItem("Fields", new COSArray(java.util.List.of(parent)));
      pdf.document.getDocumentCatalog().getCOSObject().setItem("AcroForm", form);

      assertRefused(pdf.bytes(), Quarantine.SIGNED);
    }
  }

  @Test
  void a_document_whose_letters_nobody_can_read_is_kept_from_everybody() throws IOException {
    try (PdfMaker pdf = new PdfMaker(Kind.STANDARD)) {
      COSDictionary font = new COSDictionary();
      font.setItem("Type", COSName.FONT);
      font.setItem("Subtype", COSName.TYPE1);
      font.setItem("BaseFont", COSName.getPDFName("Secret"));
      COSArray names = new COSArray();
      names.add(COSInteger.get(97));
      names.add(COSName.getPDFName("g1"));
      COSDictionary encoding = new COSDictionary();
      encoding.setItem("Differences", names);
      font.setItem("Encoding", encoding);
      pdf.put("Font", "F9", font);
      pdf.add("BT /F9 12 Tf 72 700 Td (" + "a".repeat(40) + ") Tj ET");

      assertRefused(pdf.bytes(), Quarantine.UNREADABLE);
    }
  }

  @Test
  void a_document_that_unpacks_to_far_more_is_refused_before_it_is_opened() throws IOException {
    try (PdfMaker pdf = new PdfMaker(Kind.STANDARD)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (var packed = new java.util.zip.DeflaterOutputStream(out)) {
        byte[] block = new byte[1 << 20];
        for (int i = 0; i < 270; i++) {
          packed.write(block);
        }
      }
      var bomb = new org.apache.pdfbox.cos.COSStream();
      try (var raw = bomb.createRawOutputStream()) {
        raw.write(out.toByteArray());
      }
      bomb.setItem(COSName.FILTER, COSName.FLATE_DECODE);
      pdf.put("XObject", "X1", bomb);

      assertRefused(pdf.bytes(), Quarantine.BOMB);
    }
  }

  @Test
  void forms_that_paint_each_other_a_billion_times_are_refused() throws IOException {
    try (PdfMaker pdf = new PdfMaker(Kind.STANDARD)) {
      pdf.put("XObject", "X0", pdf.form("0 0 1 1 re f"));
      for (int i = 1; i < 10; i++) {
        pdf.put("XObject", "X" + i, pdf.form(("/X" + (i - 1) + " Do ").repeat(10)));
      }
      pdf.add("/X9 Do");

      assertRefused(pdf.bytes(), Quarantine.BOMB);
    }
  }

  private void assertRefused(byte[] pdf, Quarantine reason) throws IOException {
    assertThat(cleaner.clean(pdf, ObjectType.PDF, tools()))
        .isInstanceOfSatisfying(
            Cleaning.Quarantined.class, q -> assertThat(q.reason()).isEqualTo(reason));
  }

  private Cleaning.Cleaned cleaned(byte[] pdf, LiteralTools tools) throws IOException {
    return (Cleaning.Cleaned) cleaner.clean(pdf, ObjectType.PDF, tools);
  }

  /** Pictures pass as they are. */
  private static LiteralTools tools() {
    return new LiteralTools()
        .nesting(
            picture -> new Cleaning.Cleaned(picture, PdfPictures.typeOf(picture), Map.of(), 0));
  }
}
