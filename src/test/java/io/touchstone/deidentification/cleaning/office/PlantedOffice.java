package io.touchstone.deidentification.cleaning.office;

import static io.touchstone.deidentification.cleaning.office.OfficeFile.docx;
import static io.touchstone.deidentification.cleaning.office.OfficeFile.p;

import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Planted;
import io.touchstone.deidentification.cleaning.office.sheet.WorkbookCleanerTest;

/** Office documents with strings planted around what is read. */
public final class PlantedOffice {

  private static final String MAIN = "word/document.xml";
  private static final String SLIDE = "ppt/slides/a.xml";

  private PlantedOffice() {}

  private static String described(Planted planted, String place) {
    return " descr=\""
        + planted.unseen(place + " alternative")
        + "\" title=\""
        + planted.unseen(place + " title")
        + "\"";
  }

  private static String picture(Planted planted, String place) {
    return "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"a\""
        + described(planted, place + " drawing")
        + "/><a:graphic><a:graphicData"
        + " uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>"
        + "<pic:cNvPr id=\"1\" name=\"a\""
        + described(planted, place + " picture")
        + "/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill/><pic:spPr/></pic:pic></a:graphicData>"
        + "</a:graphic></wp:inline></w:drawing></w:r></w:p>";
  }

  private static String edge(Planted planted, String place) {
    return p("seen " + planted.seen(place)) + picture(planted, place);
  }

  /** A document with headers, footers, a note and pictures in all of them. */
  public static byte[] word(Planted planted) {
    String sections =
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"r1\"/>"
            + "<w:headerReference w:type=\"first\" r:id=\"r2\"/>"
            + "<w:footerReference w:type=\"default\" r:id=\"r3\"/>"
            + "<w:footerReference w:type=\"first\" r:id=\"r4\"/><w:titlePg/></w:sectPr>";
    String note = "<w:p><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>";
    return docx(p("body") + picture(planted, "docx body") + note + sections)
        .related(MAIN, "header", "r1", "word/h1.xml")
        .related(MAIN, "header", "r2", "word/h2.xml")
        .related(MAIN, "footer", "r3", "word/f1.xml")
        .related(MAIN, "footer", "r4", "word/f2.xml")
        .related(MAIN, "footnotes", "r5", "word/footnotes.xml")
        .xml("word/h1.xml", "w:hdr", edge(planted, "docx header"))
        .xml("word/h2.xml", "w:hdr", edge(planted, "docx first header"))
        .xml("word/f1.xml", "w:ftr", edge(planted, "docx footer"))
        .xml("word/f2.xml", "w:ftr", edge(planted, "docx first footer"))
        .xml(
            "word/footnotes.xml",
            "w:footnotes",
            "<w:footnote w:id=\"2\">" + picture(planted, "docx note") + "</w:footnote>")
        .xml(
            "docProps/core.xml",
            "a:core",
            "<a:creator>" + planted.unseen("docx author") + "</a:creator>")
        .typed(ObjectType.DOCX)
        .bytes();
  }

  private static String slideNames(Planted planted, String place) {
    return "<p:cNvPr id=\"2\" name=\"a\"" + described(planted, place) + "/>";
  }

  /**
   * Slides with a shape, a picture and a table, on a layout with a prompt and a text of its own.
   */
  public static byte[] slides(Planted planted) {
    String plain = SlidesCleanerTest.shape("body");
    String shape = plain.replaceFirst("<p:cNvPr[^>]*/>", slideNames(planted, "pptx shape"));
    String picture =
        "<p:pic><p:nvPicPr>"
            + slideNames(planted, "pptx picture")
            + "<p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill/><p:spPr/></p:pic>";
    String group =
        "<p:grpSp><p:nvGrpSpPr>"
            + slideNames(planted, "pptx group")
            + "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:grpSp>";
    String prompt =
        SlidesCleanerTest.shape(planted.unseen("pptx prompt"))
            .replace("<p:nvPr/>", "<p:nvPr><p:ph type=\"body\"/></p:nvPr>");
    String layout =
        prompt
            + SlidesCleanerTest.shape("on every slide " + planted.seen("pptx layout"))
            + picture.replaceFirst("<p:cNvPr[^>]*/>", slideNames(planted, "pptx layout picture"));
    return SlidesCleanerTest.slides(shape + picture + group)
        .related(SLIDE, "slideLayout", "r7", "ppt/slideLayouts/l.xml")
        .xml(
            "ppt/slideLayouts/l.xml",
            "p:sldLayout",
            "<p:cSld><p:spTree>" + layout + "</p:spTree></p:cSld>")
        .typed(ObjectType.PPTX)
        .bytes();
  }

  /** A sheet with drawings and what is printed around it. */
  public static byte[] workbook(Planted planted) {
    String names = "<xdr:cNvPr id=\"1\" name=\"a\"";
    return WorkbookCleanerTest.sheet(
            "<x:sheetData><x:row r=\"1\">"
                + WorkbookCleanerTest.text("A1", "body")
                + "</x:row></x:sheetData><x:headerFooter><x:oddHeader>"
                + planted.unseen("xlsx page header")
                + "</x:oddHeader></x:headerFooter><x:drawing r:id=\"d\"/>")
        .related("xl/worksheets/s.xml", "drawing", "d", "xl/drawings/d.xml")
        .xml(
            "xl/drawings/d.xml",
            "xdr:wsDr",
            "<xdr:oneCellAnchor><xdr:from/><xdr:ext/><xdr:sp><xdr:nvSpPr>"
                + names
                + described(planted, "xlsx shape")
                + "/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/></xdr:sp><xdr:clientData/>"
                + "</xdr:oneCellAnchor><xdr:oneCellAnchor><xdr:from/><xdr:ext/><xdr:pic>"
                + "<xdr:nvPicPr>"
                + names
                + described(planted, "xlsx picture")
                + "/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill/><xdr:spPr/></xdr:pic>"
                + "<xdr:clientData/></xdr:oneCellAnchor>")
        .typed(ObjectType.XLSX)
        .bytes();
  }

  private static String frame(Planted planted, String place) {
    return "<text:p>x<draw:frame svg:width=\"2cm\"><draw:image xlink:href=\"Pictures/a.png\"/>"
        + "<svg:title>"
        + planted.unseen(place + " title")
        + "</svg:title><svg:desc>"
        + planted.unseen(place + " description")
        + "</svg:desc></draw:frame></text:p>";
  }

  /** An OpenDocument text with header and footer, and a picture in each. */
  public static byte[] openText(Planted planted) {
    return OdtFile.of("", "<text:p>body</text:p>" + frame(planted, "odt body"))
        .xml(
            "styles.xml",
            "office:document-styles",
            "<office:master-styles><style:master-page style:name=\"Standard\"><style:header>"
                + "<text:p>seen "
                + planted.seen("odt header")
                + "</text:p>"
                + frame(planted, "odt header")
                + "</style:header><style:footer><text:p>seen "
                + planted.seen("odt footer")
                + "</text:p>"
                + frame(planted, "odt footer")
                + "</style:footer></style:master-page></office:master-styles>")
        .xml(
            "meta.xml",
            "office:document-meta",
            "<meta:user-defined>" + planted.unseen("odt properties") + "</meta:user-defined>")
        .bytes();
  }
}
