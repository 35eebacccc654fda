package io.touchstone.deidentification.cleaning.office;

import static io.touchstone.deidentification.cleaning.office.OfficeFile.p;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.office.xml.CleanPackage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordPartsTest {

  private static final String MAIN = "word/document.xml";

  private final LiteralTools tools =
      new LiteralTools().replacing("Erika Mustermann", "[PERSON_1]").replacing("Secret", "[X]");

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
    assertThat(clean.string(MAIN)).contains("Requires=\"wps\"");
    assertThat(clean.everything()).doesNotContain("Secret").doesNotContain("Erika");
  }

  @Test
  void a_picture_is_cleaned_as_a_picture_and_a_refused_one_becomes_a_dot() throws IOException {
    tools.nesting(
        picture ->
            picture[0] == 1
                ? new Cleaned(new byte[] {9, 9}, ObjectType.JPEG, Map.of("exif", 2), 1)
                : new Cleaning.Quarantined(Quarantine.UNSUPPORTED_TYPE, "No."));
    OfficeFile file =
        OfficeFile.docx(
                "<w:p><w:r>"
                    + WordCleanerTest.picture("a")
                    + WordCleanerTest.picture("b")
                    + "</w:r></w:p>")
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
                "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\""
                    + " name=\"n\"/><a:graphic><a:graphicData"
                    + " uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart"
                    + " r:id=\"c\"/></a:graphicData></a:graphic></wp:inline></w:drawing>"
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

    assertThat(texts).contains("[PERSON_1] wrote");
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

  private CleanPackage clean(OfficeFile file) throws IOException {
    return CleanPackage.of(cleaned(file).object()).isConsistent();
  }

  private Cleaned cleaned(OfficeFile file) throws IOException {
    return (Cleaned) new OoxmlCleaner().clean(file.bytes(), ObjectType.DOCX, tools);
  }
}
