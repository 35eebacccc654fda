package io.touchstone.ingestion.cleaning.office;

import static io.touchstone.ingestion.cleaning.office.OfficeFile.p;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.ingestion.cleaning.Cleaning;
import io.touchstone.ingestion.cleaning.Cleaning.Cleaned;
import io.touchstone.ingestion.cleaning.LiteralTools;
import io.touchstone.ingestion.cleaning.ObjectType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordCleanerTest {

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
  void headers_footnotes_and_text_boxes_are_redacted() throws IOException {
    String box =
        "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:extent"
            + " cx=\"9\" cy=\"9\"/><wp:docPr id=\"1\" name=\"Secret\" descr=\"Secret box\"/>"
            + "<a:graphic><a:graphicData"
            + " uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\">"
            + "<wps:wsp><wps:cNvSpPr txBox=\"1\"/><wps:spPr/><wps:txbx><w:txbxContent>"
            + p("in the box: Erika Mustermann")
            + "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
            + "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
            + "<w:txbxContent>"
            + p("in the box: Erika Mustermann")
            + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>";
    OfficeFile file =
        OfficeFile.docx(
                "<w:p><w:r><w:t>Body</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r>"
                    + box
                    + "</w:r></w:p><w:sectPr><w:headerReference w:type=\"default\" r:id=\"h\"/>"
                    + "<w:headerReference w:type=\"first\" r:id=\"f\"/></w:sectPr>")
            .related(MAIN, "header", "h", "word/Erika.xml")
            .related(MAIN, "header", "f", "word/first.xml")
            .related(MAIN, "footnotes", "n", "word/footnotes.xml")
            .xml("word/Erika.xml", "w:hdr", p("Head of Erika Mustermann"))
            .xml("word/first.xml", "w:hdr", p("Secret first page"))
            .xml(
                "word/footnotes.xml",
                "w:footnotes",
                "<w:footnote w:id=\"2\">"
                    + p("Note on Erika Mustermann")
                    + "</w:footnote><w:footnote w:id=\"3\">"
                    + p("Secret, nobody refers to it")
                    + "</w:footnote>");

    CleanPackage clean = clean(file);

    assertThat(tools.shown())
        .containsExactly(
            "Body", "in the box: [PERSON_1]", "Head of [PERSON_1]", "Note on [PERSON_1]");
    assertThat(clean.string(MAIN)).contains("[X] box").contains("Requires=\"wps\"");
    assertThat(clean.everything()).doesNotContain("Secret").doesNotContain("Erika");
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
  void a_picture_is_cleaned_as_a_picture_and_a_refused_one_becomes_a_dot() throws IOException {
    tools.nesting(
        picture ->
            picture[0] == 1
                ? new Cleaned(new byte[] {9, 9}, ObjectType.JPEG, Map.of("exif", 2), 1)
                : new Cleaning.Quarantined(
                    io.touchstone.ingestion.cleaning.Quarantine.UNSUPPORTED_TYPE, "No."));
    OfficeFile file =
        OfficeFile.docx("<w:p><w:r>" + picture("a") + picture("b") + "</w:r></w:p>")
            .related(MAIN, "image", "a", "word/media/Secret.jpg")
            .related(MAIN, "image", "b", "word/media/Secret.emf")
            .part("word/media/Secret.jpg", new byte[] {1, 2, 3})
            .part("word/media/Secret.emf", new byte[] {2, 2, 3});

    Cleaned cleaned = cleaned(file);

    CleanPackage clean = CleanPackage.of(cleaned.object()).isConsistent();
    assertThat(clean.bytes("word/media/image1.jpg")).containsExactly(9, 9);
    assertThat(
            javax.imageio.ImageIO.read(
                    new java.io.ByteArrayInputStream(clean.bytes("word/media/image2.png")))
                .getWidth())
        .isEqualTo(1);
    assertThat(cleaned.removed()).containsEntry("exif", 2).containsEntry("picture", 1);
    assertThat(cleaned.doubtful()).isEqualTo(1);
  }

  @Test
  void parts_that_describe_people_and_places_go_and_are_counted() throws IOException {
    OfficeFile file =
        OfficeFile.docx(
                "<w:p w:rsidR=\"00AB12CD\" w14:paraId=\"5EC2E700\"><w:commentRangeStart"
                    + " w:id=\"0\"/><w:r><w:t>text</w:t></w:r><w:r><w:commentReference w:id=\"0\"/>"
                    + "</w:r></w:p>")
            .related("", "core-properties", "rId2", "docProps/core.xml")
            .related(MAIN, "comments", "c", "word/comments.xml")
            .related(MAIN, "settings", "t", "word/settings.xml")
            .xml("docProps/core.xml", "a:x", "Secret")
            .xml("docProps/app.xml", "a:x", "Secret")
            .part("docProps/thumbnail.jpeg", "Secret")
            .xml("customXml/item1.xml", "a:x", "Secret")
            .part("word/embeddings/oleObject1.bin", "Secret")
            .part("word/printerSettings/printerSettings1.bin", "Secret")
            .xml("word/comments.xml", "w:comments", p("Secret"))
            .xml(
                "word/settings.xml",
                "w:settings",
                "<w:attachedTemplate r:id=\"x\"/><w:defaultTabStop w:val=\"708\"/><w:rsids>"
                    + "<w:rsid w:val=\"00AB12CD\"/></w:rsids><w:docVars><w:docVar w:name=\"Secret\""
                    + " w:val=\"Secret\"/></w:docVars>");

    Cleaned cleaned = cleaned(file);

    CleanPackage clean = CleanPackage.of(cleaned.object()).isConsistent();
    assertThat(clean.names())
        .containsExactly(
            "[Content_Types].xml",
            "_rels/.rels",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/settings.xml");
    assertThat(clean.everything()).doesNotContain("Secret").doesNotContain("AB12");
    assertThat(clean.string("word/settings.xml")).contains("defaultTabStop");
    assertThat(cleaned.removed())
        .containsEntry("properties", 2)
        .containsEntry("thumbnail", 1)
        .containsEntry("custom-xml", 1)
        .containsEntry("embedding", 1)
        .containsEntry("printer-settings", 1);
  }

  @Test
  void a_chart_keeps_its_values_and_loses_its_workbook() throws IOException {
    OfficeFile file =
        OfficeFile.docx(
                "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"n\"/><a:graphic>"
                    + "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
                    + "<c:chart r:id=\"c\"/></a:graphicData></a:graphic></wp:inline></w:drawing>"
                    + "</w:r></w:p>")
            .related(MAIN, "chart", "c", "word/charts/chart7.xml")
            .related("word/charts/chart7.xml", "package", "w", "word/embeddings/book.xlsx")
            .part("word/embeddings/book.xlsx", "Secret")
            .xml(
                "word/charts/chart7.xml",
                "c:chartSpace",
                "<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Of Erika </a:t></a:r><a:r>"
                    + "<a:t>Mustermann</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea>"
                    + "<c:barChart><c:ser><c:tx><c:strRef><c:f>Secret!$A$1</c:f><c:strCache>"
                    + "<c:pt idx=\"0\"><c:v>Erika Mustermann</c:v></c:pt></c:strCache></c:strRef>"
                    + "</c:tx><c:val><c:numRef><c:f>Secret!$B$1</c:f><c:numCache><c:formatCode>"
                    + "General</c:formatCode><c:pt idx=\"0\"><c:v>4.5</c:v></c:pt></c:numCache>"
                    + "</c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart>"
                    + "<c:externalData r:id=\"w\"/>");

    CleanPackage clean = clean(file);

    assertThat(clean.texts("word/charts/chart1.xml", "v")).containsExactly("[PERSON_1]", "4.5");
    assertThat(clean.texts("word/charts/chart1.xml", "t")).containsExactly("Of [PERSON_1]", "");
    assertThat(clean.everything()).doesNotContain("Secret");
  }

  @Test
  void the_same_document_becomes_the_same_bytes_and_cleaning_again_changes_nothing()
      throws IOException {
    OfficeFile file = OfficeFile.docx(p("Erika Mustermann", " wrote"));

    byte[] once = cleaned(file).object();

    assertThat(cleaned(file).object()).isEqualTo(once);
    Cleaning again = new OoxmlCleaner().clean(once, ObjectType.DOCX, new LiteralTools());
    assertThat(((Cleaned) again).object()).isEqualTo(once);
  }

  @Test
  void what_is_read_back_is_all_that_is_there() throws IOException {
    byte[] object = cleaned(OfficeFile.docx(p("Erika Muster", "mann", " wrote"))).object();

    List<String> texts = new OoxmlCleaner().readBack(object, ObjectType.DOCX);

    assertThat(texts).contains("[PERSON_1] wrote", "word/document.xml");
  }

  @Test
  void what_is_written_in_a_diagram_follows_its_paragraph() throws IOException {
    String diagram =
        "<w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Secret\"/><a:graphic><a:graphicData"
            + " uri=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\"><d:relIds"
            + " xmlns:d=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" r:dm=\"d\"/>"
            + "</a:graphicData></a:graphic></wp:inline></w:drawing>";
    OfficeFile file =
        OfficeFile.docx("<w:p><w:r><w:t>anchor</w:t>" + diagram + "</w:r></w:p>" + p("next"))
            .related(MAIN, "diagramData", "d", "word/diagrams/data1.xml")
            .part(
                "word/diagrams/data1.xml",
                "<d:dataModel xmlns:d=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\""
                    + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><d:pt>"
                    + "<d:t><a:p><a:r><a:t>box of Eri</a:t></a:r><a:r><a:t>ka Mustermann</a:t>"
                    + "</a:r></a:p></d:t></d:pt></d:dataModel>");

    CleanPackage clean = clean(file);

    assertThat(tools.shown()).containsExactly("anchor", "box of [PERSON_1]", "next");
    assertThat(clean.everything()).doesNotContain("Secret").doesNotContain("Erika");
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
