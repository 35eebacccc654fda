package io.touchstone.deidentification.cleaning.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.office.xml.CleanPackage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

public class SlidesCleanerTest {

  private static final String MAIN = "ppt/presentation.xml";
  private static final String SLIDE = "ppt/slides/slide1.xml";

  private final LiteralTools tools =
      new LiteralTools().replacing("Erika Mustermann", "[PERSON_1]").replacing("Secret", "[X]");

  @Test
  void text_of_shapes_tables_and_diagrams_is_redacted_in_the_order_of_the_slide()
      throws IOException {
    String table =
        "<p:graphicFrame><a:graphic><a:graphicData"
            + " uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tr"
            + " h=\"1\"><a:tc"
            + " gridSpan=\"2\"><a:txBody><a:p><a:r><a:t>cell</a:t></a:r></a:p></a:txBody></a:tc><a:tc"
            + " hMerge=\"1\"><a:txBody><a:p><a:r><a:t>Secret</a:t></a:r></a:p></a:txBody></a:tc>"
            + "</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>";
    String diagram =
        "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"8\" name=\"Secret\"/>"
            + "</p:nvGraphicFramePr><p:xfrm><a:off x=\"5\" y=\"6\"/></p:xfrm><a:graphic>"
            + "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\">"
            + "<d:relIds xmlns:d=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\""
            + " r:dm=\"d\"/></a:graphicData></a:graphic></p:graphicFrame>";
    OfficeFile file =
        slides(shape("Dear Eri</a:t></a:r><a:r><a:t>ka Mustermann") + table + diagram)
            .related("ppt/slides/a.xml", "diagramData", "d", "ppt/diagrams/data1.xml")
            .part(
                "ppt/diagrams/data1.xml",
                "<d:dataModel xmlns:d=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\""
                    + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><d:ptLst>"
                    + "<d:pt><d:t><a:bodyPr/><a:p><a:r><a:t>Chart of Erika Mustermann</a:t></a:r>"
                    + "</a:p></d:t></d:pt></d:ptLst></d:dataModel>");

    CleanPackage clean = clean(file);

    assertThat(tools.shown()).containsExactly("Dear [PERSON_1]", "cell", "Chart of [PERSON_1]");
    assertThat(clean.texts(SLIDE, "t"))
        .containsExactly("Dear [PERSON_1]", "", "cell", "Chart of [PERSON_1]");
    assertThat(clean.string(SLIDE)).contains("<a:off x=\"5\" y=\"6\"/>");
    assertThat(clean.everything()).doesNotContain("Secret");
  }

  @Test
  void hidden_slides_hidden_shapes_notes_and_comments_go() throws IOException {
    OfficeFile file =
        slides(
                shape("seen")
                    + "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"x\" hidden=\"1\"/></p:nvSpPr>"
                    + "<p:txBody><a:p><a:r><a:t>Secret</a:t></a:r></a:p></p:txBody></p:sp>")
            .related(MAIN, "slide", "s2", "ppt/slides/b.xml")
            .related("ppt/slides/a.xml", "notesSlide", "n", "ppt/notesSlides/notesSlide1.xml")
            .related("ppt/slides/a.xml", "comments", "c", "ppt/comments/comment1.xml")
            .part(
                "ppt/slides/b.xml", slide(shape("Secret")).replace("<p:sld ", "<p:sld show=\"0\" "))
            .xml("ppt/notesSlides/notesSlide1.xml", "p:notes", shape("Secret"))
            .xml("ppt/comments/comment1.xml", "p:cmLst", "<p:cm><p:text>Secret</p:text></p:cm>")
            .xml("ppt/commentAuthors.xml", "p:cmAuthorLst", "<p:cmAuthor name=\"Secret\"/>");

    Cleaned cleaned = cleaned(file);

    CleanPackage clean = CleanPackage.of(cleaned.object()).isConsistent();
    assertThat(tools.shown()).containsExactly("seen");
    assertThat(clean.everything()).doesNotContain("Secret");
    assertThat(cleaned.removed())
        .containsEntry("hidden-slide", 1)
        .containsEntry("hidden-shape", 1)
        .containsEntry("notes", 1)
        .containsEntry("comment", 1)
        .containsEntry("people", 1);
  }

  @Test
  void layouts_that_are_used_stay_with_their_master_and_theme_and_lose_their_names()
      throws IOException {
    OfficeFile file =
        slides(shape("text"))
            .related("ppt/slides/a.xml", "slideLayout", "l", "ppt/slideLayouts/Secret.xml")
            .related("ppt/slideLayouts/Secret.xml", "slideMaster", "m", "ppt/slideMasters/m.xml")
            .related("ppt/slideMasters/m.xml", "slideLayout", "l1", "ppt/slideLayouts/Secret.xml")
            .related("ppt/slideMasters/m.xml", "slideLayout", "l2", "ppt/slideLayouts/unused.xml")
            .related("ppt/slideMasters/m.xml", "theme", "t", "ppt/theme/t.xml")
            .related(MAIN, "slideMaster", "mm", "ppt/slideMasters/m.xml")
            .xml(
                "ppt/slideLayouts/Secret.xml",
                "p:sldLayout",
                "<p:cSld name=\"Secret\"><p:spTree>"
                    + shape("Slides of Erika Mustermann")
                    + "</p:spTree></p:cSld>")
            .xml("ppt/slideLayouts/unused.xml", "p:sldLayout", shape("Secret"))
            .xml(
                "ppt/slideMasters/m.xml",
                "p:sldMaster",
                "<p:cSld><p:spTree/></p:cSld><p:sldLayoutIdLst><p:sldLayoutId id=\"1\""
                    + " r:id=\"l1\"/><p:sldLayoutId id=\"2\" r:id=\"l2\"/></p:sldLayoutIdLst>")
            .xml(
                "ppt/theme/t.xml",
                "a:theme",
                "<a:themeElements><a:clrScheme name=\"Secret\"/><a:fontScheme name=\"Secret\">"
                    + "<a:majorFont><a:latin typeface=\"Secret\"/><a:ea typeface=\"Arial\"/>"
                    + "</a:majorFont></a:fontScheme></a:themeElements>");

    CleanPackage clean = clean(file);

    assertThat(clean.names())
        .contains(
            "ppt/slideLayouts/slideLayout1.xml",
            "ppt/slideMasters/slideMaster1.xml",
            "ppt/theme/theme1.xml")
        .doesNotContain("ppt/slideLayouts/slideLayout2.xml");
    assertThat(tools.shown()).containsExactly("text", "Slides of [PERSON_1]");
    assertThat(clean.everything()).doesNotContain("Secret").contains("Arial");
  }

  public static OfficeFile slides(String shapes) {
    return new OfficeFile()
        .related("", "officeDocument", "rId1", MAIN)
        .related(MAIN, "slide", "s1", "ppt/slides/a.xml")
        .xml(
            MAIN,
            "p:presentation",
            "<p:sldMasterIdLst><p:sldMasterId id=\"9\" r:id=\"mm\"/></p:sldMasterIdLst><p:sldIdLst>"
                + "<p:sldId id=\"256\" r:id=\"s1\"/><p:sldId id=\"257\" r:id=\"s2\"/></p:sldIdLst>"
                + "<p:sldSz cx=\"9144000\" cy=\"6858000\"/>")
        .part("ppt/slides/a.xml", slide(shapes));
  }

  static String slide(String shapes) {
    OfficeFile file =
        new OfficeFile().xml("s", "p:sld", "<p:cSld><p:spTree>" + shapes + "</p:spTree></p:cSld>");
    return new String(file.parts().get("s"), java.nio.charset.StandardCharsets.UTF_8);
  }

  public static String shape(String text) {
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Secret\" descr=\"\"/><p:cNvSpPr/><p:nvPr/>"
        + "</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>"
        + text
        + "</a:t></a:r></a:p></p:txBody></p:sp>";
  }

  private CleanPackage clean(OfficeFile file) throws IOException {
    return CleanPackage.of(cleaned(file).object()).isConsistent();
  }

  private Cleaned cleaned(OfficeFile file) throws IOException {
    return (Cleaned) new OoxmlCleaner().clean(file.bytes(), ObjectType.PPTX, tools);
  }
}
