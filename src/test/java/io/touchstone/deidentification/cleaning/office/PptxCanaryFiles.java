package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** PPTX with a canary in every place that is known to hold what no reader looks for. */
public final class PptxCanaryFiles {

  private static final String MAIN = "ppt/presentation.xml";
  private static final String SLIDE = "ppt/slides/a.xml";

  private final Map<String, Function<String, byte[]>> places = new LinkedHashMap<>();

  private PptxCanaryFiles() {}

  /** One for every place and coding. */
  public static List<CanaryFile> all() {
    PptxCanaryFiles hidden = new PptxCanaryFiles();
    hidden.parts();
    hidden.onSlides();
    hidden.alternatives();
    List<CanaryFile> files =
        new ArrayList<>(TextPayloads.files(ObjectType.PPTX, false, hidden.places));
    PptxCanaryFiles shown = new PptxCanaryFiles();
    shown.content();
    files.addAll(TextPayloads.files(ObjectType.PPTX, true, shown.places));
    return files;
  }

  private void part(
      String place, String from, String type, String name, String root, UnaryOperator<String> xml) {
    places.put(
        place,
        c ->
            SlidesCleanerTest.slides(SlidesCleanerTest.shape("text"))
                .related(from, type, "rId7", name)
                .xml(name, root, xml.apply(c))
                .bytes());
  }

  private void slide(String place, UnaryOperator<String> shapes) {
    places.put(place, c -> SlidesCleanerTest.slides(shapes.apply(c)).bytes());
  }

  private void parts() {
    part(
        "notes",
        SLIDE,
        "notesSlide",
        "ppt/notesSlides/n1.xml",
        "p:notes",
        SlidesCleanerTest::shape);
    part("comment", SLIDE, "comments", "ppt/comments/c1.xml", "p:cmLst", c -> c);
    part(
        "authors",
        MAIN,
        "commentAuthors",
        "ppt/commentAuthors.xml",
        "p:l",
        c -> "<p:cmAuthor name=\"" + c + "\"/>");
    part(
        "tags",
        SLIDE,
        "tags",
        "ppt/tags/tag1.xml",
        "p:tagLst",
        c -> "<p:tag name=\"" + c + "\" val=\"" + c + "\"/>");
    part(
        "handout",
        MAIN,
        "handoutMaster",
        "ppt/handoutMasters/h.xml",
        "p:h",
        SlidesCleanerTest::shape);
    part("view", MAIN, "viewProps", "ppt/viewProps.xml", "p:v", c -> c);
    part(
        "table-styles",
        MAIN,
        "tableStyles",
        "ppt/tableStyles.xml",
        "a:tblStyleLst",
        c -> "<a:tblStyle styleName=\"" + c + "\"/>");
    part("core", "", "core-properties", "docProps/core.xml", "a:t", c -> c);
    part("custom-xml", SLIDE, "customXml", "customXml/item1.xml", "a:t", c -> c);
    part(
        "unused-layout",
        MAIN,
        "slideMaster",
        "ppt/slideMasters/m.xml",
        "p:sldMaster",
        SlidesCleanerTest::shape);
    places.put("layout-name", c -> withLayout("<p:cSld name=\"" + c + "\"><p:spTree/></p:cSld>"));
    places.put("layout-match", c -> withLayout("<p:cSld/><p:extLst>" + c + "</p:extLst>"));
    places.put(
        "show",
        c -> withPresentation("<p:custShowLst><p:custShow name=\"" + c + "\"/></p:custShowLst>"));
    places.put("section", c -> withPresentation("<p:extLst><p:ext uri=\"" + c + "\"/></p:extLst>"));
    places.put(
        "font",
        c ->
            withPresentation(
                "<p:embeddedFontLst><p:embeddedFont><p:font typeface=\""
                    + c
                    + "\"/></p:embeddedFont></p:embeddedFontLst>"));
    places.put("verifier", c -> withPresentation("<p:modifyVerifier hashData=\"" + c + "\"/>"));
  }

  private void onSlides() {
    slide("object-name", c -> SlidesCleanerTest.shape("x").replace("Secret", c));
    slide(
        "hidden-shape",
        c ->
            "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"x\" hidden=\"true\"/>"
                + "</p:nvSpPr><p:txBody><a:p><a:r><a:t>"
                + c
                + "</a:t></a:r></a:p></p:txBody></p:sp>");
    slide(
        "link",
        c ->
            "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"x\"><a:hlinkClick r:id=\"q\""
                + " tooltip=\""
                + c
                + "\"/></p:cNvPr></p:nvSpPr></p:sp>");
    slide(
        "sound",
        c ->
            "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"x\"><a:hlinkClick><a:snd name=\""
                + c
                + "\"/></a:hlinkClick></p:cNvPr></p:nvSpPr></p:sp>");
    slide(
        "data",
        c ->
            "<p:sp><p:nvSpPr><p:nvPr><p:custDataLst><p:tags r:id=\""
                + c
                + "\"/></p:custDataLst></p:nvPr></p:nvSpPr></p:sp>");
    slide(
        "field",
        c ->
            "<p:sp><p:txBody><a:p><a:fld type=\""
                + c
                + "\"><a:t>1</a:t></a:fld></a:p>"
                + "</p:txBody></p:sp>");
    slide(
        "typeface",
        c ->
            "<p:sp><p:txBody><a:p><a:r><a:rPr bmk=\""
                + c
                + "\" lang=\""
                + c
                + "\"><a:latin typeface=\""
                + c
                + "\"/></a:rPr></a:r></a:p></p:txBody></p:sp>");
    slide(
        "geometry",
        c ->
            "<p:sp><p:spPr><a:custGeom><a:gdLst><a:gd name=\""
                + c
                + "\" fmla=\"val "
                + c
                + "\"/></a:gdLst></a:custGeom></p:spPr></p:sp>");
    slide(
        "ole",
        c ->
            "<p:graphicFrame><a:graphic><a:graphicData uri=\"http://schemas.openxml"
                + "formats.org/presentationml/2006/ole\"><p:oleObj name=\""
                + c
                + "\"/></a:graphicData>"
                + "</a:graphic></p:graphicFrame>");
    slide(
        "merged",
        c ->
            "<p:graphicFrame><a:graphic><a:graphicData"
                + " uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tr><a:tc"
                + " vMerge=\"1\"><a:txBody><a:p><a:r><a:t>"
                + c
                + "</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData>"
                + "</a:graphic></p:graphicFrame>");
    slide(
        "extension",
        c ->
            "<p:sp><p:nvSpPr/><p:extLst><p:ext uri=\""
                + c
                + "\">"
                + c
                + "</p:ext></p:extLst></p:sp>");
    slide(
        "timing",
        c -> "</p:spTree></p:cSld><p:timing><p:x v=\"" + c + "\"/></p:timing><p:cSld><p:spTree>");
    places.put(
        "hidden-slide",
        c ->
            SlidesCleanerTest.slides("")
                .part(
                    SLIDE,
                    SlidesCleanerTest.slide(SlidesCleanerTest.shape(c))
                        .replace("<p:sld ", "<p:sld show=\"false\" "))
                .bytes());
  }

  private static byte[] withLayout(String layout) {
    return SlidesCleanerTest.slides("")
        .related(SLIDE, "slideLayout", "rId7", "ppt/slideLayouts/l.xml")
        .xml("ppt/slideLayouts/l.xml", "p:sldLayout", layout)
        .bytes();
  }

  private static byte[] withPresentation(String more) {
    return SlidesCleanerTest.slides("").xml(MAIN, "p:presentation", more).bytes();
  }

  private void alternatives() {
    for (String attribute : List.of("descr", "title")) {
      String given = attribute + "=\"";
      slide(
          "alternative-" + attribute,
          c -> SlidesCleanerTest.shape("x").replace("descr=\"\"", given + c + "\""));
    }
    places.put(
        "prompt",
        c ->
            withLayout(
                "<p:cSld><p:spTree>"
                    + SlidesCleanerTest.shape(c)
                        .replace("<p:nvPr/>", "<p:nvPr><p:ph type=\"body\"/></p:nvPr>")
                    + "</p:spTree></p:cSld>"));
  }

  private void content() {
    slide("shape", SlidesCleanerTest::shape);
    slide("group", c -> "<p:grpSp>" + SlidesCleanerTest.shape(c) + "</p:grpSp>");
    slide(
        "field-text",
        c ->
            "<p:sp><p:txBody><a:p><a:fld type=\"datetime\"><a:t>"
                + c
                + "</a:t></a:fld></a:p></p:txBody></p:sp>");
    places.put(
        "layout",
        c ->
            withLayout("<p:cSld><p:spTree>" + SlidesCleanerTest.shape(c) + "</p:spTree></p:cSld>"));
  }
}
