package io.touchstone.deidentification.cleaning.office;

import static io.touchstone.deidentification.cleaning.office.OfficeFile.p;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.office.xml.CleanPackage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

public class WordCleanerTest {

  private static final String MAIN = "word/document.xml";

  private final LiteralTools tools =
      new LiteralTools().replacing("Erika Mustermann", "[PERSON_1]").replacing("Secret", "[X]");

  @Test
  void a_name_that_is_split_over_runs_goes_and_the_formatting_stays() throws IOException {
    CleanPackage clean = clean(OfficeFile.docx(p("Dear Eri", "ka Muster", "mann, hello")));

    assertThat(clean.texts(MAIN, "t")).containsExactly("Dear [PERSON_1]", "", ", hello");
    assertThat(clean.xml(MAIN).getElementsByTagNameNS("*", "b").getLength()).isEqualTo(3);
    assertThat(tools.shown()).containsExactly("Dear [PERSON_1], hello");
  }

  @Test
  void a_name_over_a_tab_is_one_name_and_other_tabs_stay() throws IOException {
    tools.replacing("Erika\tMustermann", "[PERSON_2]");
    String run = "<w:r><w:t>Erika</w:t><w:tab/><w:t>Mustermann</w:t><w:tab/><w:t>end</w:t></w:r>";

    CleanPackage clean = clean(OfficeFile.docx("<w:p>" + run + "</w:p>"));

    assertThat(clean.texts(MAIN, "t")).containsExactly("[PERSON_2]", "", "end");
    assertThat(clean.xml(MAIN).getElementsByTagNameNS("*", "tab").getLength()).isEqualTo(1);
  }

  @Test
  void tables_are_read_cell_by_cell_and_merged_cells_stay_merged() throws IOException {
    CleanPackage clean =
        clean(
            OfficeFile.docx(
                "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"10\"/></w:tblGrid><w:tr><w:tc>"
                    + "<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>"
                    + p("Erika Mustermann")
                    + "</w:tc></w:tr><w:tr><w:tc>"
                    + p("one")
                    + "</w:tc><w:tc>"
                    + p("two")
                    + "</w:tc></w:tr></w:tbl>"));

    assertThat(tools.shown()).containsExactly("[PERSON_1]", "one", "two");
    assertThat(clean.string(MAIN)).contains("<w:gridSpan w:val=\"2\"/>");
  }

  @Test
  void a_text_box_of_the_old_kind_follows_its_paragraph() throws IOException {
    clean(
        OfficeFile.docx(
            "<w:p><w:r><w:t>anchor</w:t></w:r><w:r><w:pict><v:shape alt=\"Secret\"><v:textbox>"
                + "<w:txbxContent>"
                + p("boxed")
                + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
                + p("next")));

    assertThat(tools.shown()).containsExactly("anchor", "boxed", "next");
  }

  @Test
  void changes_are_accepted_and_their_authors_forgotten() throws IOException {
    String by = " w:id=\"1\" w:author=\"Secret\" w:date=\"2020-01-01T00:00:00Z\"";
    CleanPackage clean =
        clean(
            OfficeFile.docx(
                "<w:p><w:pPr><w:rPr><w:ins"
                    + by
                    + "/></w:rPr><w:pPrChange"
                    + by
                    + "><w:pPr/></w:pPrChange></w:pPr><w:ins"
                    + by
                    + "><w:r><w:t>new </w:t></w:r></w:ins><w:del"
                    + by
                    + "><w:r><w:delText>Secret old</w:delText></w:r></w:del><w:moveFrom"
                    + by
                    + "><w:r><w:t>Secret from</w:t></w:r></w:moveFrom><w:moveTo"
                    + by
                    + "><w:r><w:t>to</w:t></w:r></w:moveTo></w:p>"));

    assertThat(tools.shown()).containsExactly("new to");
    assertThat(clean.everything()).doesNotContain("Secret").doesNotContain("2020");
  }

  @Test
  void hidden_text_goes_by_its_own_mark_and_by_its_style() throws IOException {
    OfficeFile file =
        OfficeFile.docx(
                "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Secret one</w:t></w:r><w:r><w:rPr>"
                    + "<w:rStyle w:val=\"Derived\"/></w:rPr><w:t>Secret two</w:t></w:r><w:r><w:rPr>"
                    + "<w:vanish w:val=\"0\"/></w:rPr><w:t>visible</w:t></w:r></w:p>")
            .related(MAIN, "styles", "s", "word/styles.xml")
            .xml(
                "word/styles.xml",
                "w:styles",
                "<w:style w:type=\"character\" w:styleId=\"Hid\"><w:name w:val=\"Secret style\"/>"
                    + "<w:rPr><w:vanish/></w:rPr></w:style><w:style w:type=\"character\""
                    + " w:styleId=\"Derived\"><w:name w:val=\"Secret derived\"/>"
                    + "<w:basedOn w:val=\"Hid\"/></w:style>");

    CleanPackage clean = clean(file);

    assertThat(tools.shown()).containsExactly("visible");
    assertThat(clean.everything()).doesNotContain("Secret").doesNotContain("Derived");
  }

  @Test
  void the_code_of_a_field_goes_with_the_text_in_it_and_its_result_stays() throws IOException {
    String code =
        "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:name w:val=\"Secret\"/></w:ffData>"
            + "</w:fldChar></w:r><w:r><w:instrText>IF Secret</w:instrText></w:r><w:r>"
            + "<w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>MERGEFIELD</w:instrText>"
            + "</w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>Secret inner</w:t>"
            + "</w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>result</w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    CleanPackage clean = clean(OfficeFile.docx("<w:p>" + code + "</w:p>"));

    assertThat(tools.shown()).containsExactly("result");
    assertThat(clean.everything()).doesNotContain("Secret");
  }

  @Test
  void links_controls_and_bookmarks_lose_their_names_and_keep_their_text() throws IOException {
    OfficeFile file =
        OfficeFile.docx(
                "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"Secret\"/><w:hyperlink r:id=\"m\""
                    + " w:tooltip=\"Secret\"><w:r><w:t>mail</w:t></w:r></w:hyperlink>"
                    + "<w:sdt><w:sdtPr><w:alias w:val=\"Secret\"/><w:tag w:val=\"Secret\"/>"
                    + "<w:dropDownList><w:listItem w:displayText=\"Secret\"/></w:dropDownList>"
                    + "</w:sdtPr><w:sdtContent><w:r><w:t> chosen</w:t></w:r></w:sdtContent></w:sdt>"
                    + "</w:p>")
            .external(MAIN, "hyperlink", "m", "mailto:Secret@example.org");

    CleanPackage clean = clean(file);

    assertThat(tools.shown()).containsExactly("mail chosen");
    assertThat(clean.everything()).doesNotContain("Secret");
  }

  @Test
  void values_of_the_wrong_shape_go_with_their_element_and_unknown_fonts_become_plain()
      throws IOException {
    CleanPackage clean =
        clean(
            OfficeFile.docx(
                "<w:p><w:pPr><w:pStyle w:val=\"Secret\"/><w:jc w:val=\"Secret\"/></w:pPr><w:r>"
                    + "<w:rPr><w:rFonts w:ascii=\"Secret\"/><w:color w:val=\"Secret\"/>"
                    + "<w:sz w:val=\"24\"/></w:rPr><w:t>text</w:t></w:r></w:p>"));

    assertThat(clean.string(MAIN))
        .contains("<w:pPr/>")
        .contains("<w:rPr><w:rFonts w:ascii=\"Arial\"/><w:sz w:val=\"24\"/></w:rPr>");
  }

  @Test
  void wherever_a_text_is_split_it_becomes_what_the_whole_text_becomes() throws IOException {
    Random random = new Random(20240611);
    for (int round = 0; round < 100; round++) {
      StringBuilder whole = new StringBuilder();
      for (int i = 0; i < 6; i++) {
        whole.append(random.nextBoolean() ? "Erika Mustermann" : "Erika");
        whole.append(random.nextBoolean() ? " and " : "Secret");
      }
      List<String> runs = new ArrayList<>();
      int from = 0;
      while (from < whole.length()) {
        int to = Math.min(whole.length(), from + 1 + random.nextInt(9));
        runs.add(whole.substring(from, to));
        from = to;
      }

      CleanPackage clean = clean(OfficeFile.docx(p(runs.toArray(String[]::new))));

      String expected =
          whole.toString().replace("Erika Mustermann", "[PERSON_1]").replace("Secret", "[X]");
      assertThat(String.join("", clean.texts(MAIN, "t"))).isEqualTo(expected);
      assertThat(clean.texts(MAIN, "t")).hasSameSizeAs(runs);
    }
  }

  static String picture(String id) {
    return "<w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Secret\"/><a:graphic><a:graphicData"
        + " uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>"
        + "<pic:cNvPr id=\"1\" name=\"Secret.jpg\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        + "<a:blip r:embed=\""
        + id
        + "\"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline>"
        + "</w:drawing>";
  }

  private CleanPackage clean(OfficeFile file) throws IOException {
    return CleanPackage.of(cleaned(file).object()).isConsistent();
  }

  private Cleaned cleaned(OfficeFile file) throws IOException {
    return (Cleaned) new OoxmlCleaner().clean(file.bytes(), ObjectType.DOCX, tools);
  }
}
