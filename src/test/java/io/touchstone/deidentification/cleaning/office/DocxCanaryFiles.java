package io.touchstone.deidentification.cleaning.office;

import static io.touchstone.deidentification.cleaning.office.OfficeFile.docx;
import static io.touchstone.deidentification.cleaning.office.OfficeFile.p;

import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** DOCX with a canary in every place that is known to hold what no reader looks for. */
public final class DocxCanaryFiles {

  private static final String MAIN = "word/document.xml";

  private final Map<String, Function<String, byte[]>> places = new LinkedHashMap<>();

  private DocxCanaryFiles() {}

  /** One for every place and coding. */
  public static List<CanaryFile> all() {
    DocxCanaryFiles hidden = new DocxCanaryFiles();
    hidden.parts();
    hidden.changes();
    hidden.marks();
    hidden.alternatives();
    hidden.formats();
    List<CanaryFile> files =
        new ArrayList<>(TextPayloads.files(ObjectType.DOCX, false, hidden.places));
    DocxCanaryFiles shown = new DocxCanaryFiles();
    shown.content();
    files.addAll(TextPayloads.files(ObjectType.DOCX, true, shown.places));
    return files;
  }

  private void body(String place, UnaryOperator<String> xml) {
    places.put(place, canary -> docx(p("before") + xml.apply(canary) + p("after")).bytes());
  }

  private void part(String place, String name, String root, UnaryOperator<String> xml) {
    places.put(place, canary -> docx(p("text")).xml(name, root, xml.apply(canary)).bytes());
  }

  private void related(
      String place, String type, String name, String root, UnaryOperator<String> xml) {
    places.put(
        place,
        canary ->
            docx(p("text"))
                .related(MAIN, type, "rId7", name)
                .xml(name, root, xml.apply(canary))
                .bytes());
  }

  private void parts() {
    part("core", "docProps/core.xml", "a:core", c -> "<a:creator>" + c + "</a:creator>");
    part("app", "docProps/app.xml", "a:app", c -> "<a:Company>" + c + "</a:Company>");
    part("custom", "docProps/custom.xml", "a:p", c -> "<a:p name=\"" + c + "\"/>");
    part("custom-xml", "customXml/item1.xml", "a:p", c -> c);
    part("thumbnail", "docProps/thumbnail.xml", "a:p", c -> c);
    part("printer", "word/printerSettings/p1.xml", "a:p", c -> c);
    part("embedding", "word/embeddings/e.xml", "a:p", c -> c);
    part("orphan", "word/orphan.xml", "w:hdr", c -> p(c));
    related("comment", "comments", "word/comments.xml", "w:comments", c -> p(c));
    related("people", "people", "word/people.xml", "w14:people", c -> "<a:p n=\"" + c + "\"/>");
    related("glossary", "glossaryDocument", "word/glossary/d.xml", "w:document", c -> p(c));
    related("web", "webSettings", "word/webSettings.xml", "w:webSettings", c -> p(c));
    related("macro", "vbaProject", "word/vbaProject.xml", "a:p", c -> c);
    related(
        "font-table",
        "fontTable",
        "word/fontTable.xml",
        "w:fonts",
        c -> "<w:font w:name=\"" + c + "\"/>");
    related(
        "variables",
        "settings",
        "word/settings.xml",
        "w:settings",
        c -> "<w:docVars><w:docVar w:name=\"a\" w:val=\"" + c + "\"/></w:docVars>");
    related(
        "hidden-note",
        "footnotes",
        "word/footnotes.xml",
        "w:footnotes",
        c -> "<w:footnote w:id=\"7\">" + p(c) + "</w:footnote>");
    places.put(
        "template",
        c ->
            docx(p("text"))
                .external(MAIN, "attachedTemplate", "rId8", "file:///" + c + ".dotx")
                .bytes());
    places.put("comment-in-xml", c -> docx(p("text") + "<!--" + c + "-->").bytes());
    places.put("instruction", c -> docx(p("text") + "<?a " + c + "?>").bytes());
  }

  private void changes() {
    body(
        "insertion-author",
        c -> "<w:p><w:ins w:author=\"" + c + "\"><w:r><w:t>x</w:t></w:r>" + "</w:ins></w:p>");
    body("deletion", c -> "<w:p><w:del><w:r><w:delText>" + c + "</w:delText></w:r></w:del></w:p>");
    body("move", c -> "<w:p><w:moveFrom><w:r><w:t>" + c + "</w:t></w:r></w:moveFrom></w:p>");
    body("format-author", c -> "<w:p><w:pPr><w:pPrChange w:author=\"" + c + "\"/></w:pPr></w:p>");
    body(
        "deleted-row",
        c ->
            "<w:tbl><w:tr><w:trPr><w:del w:author=\""
                + c
                + "\"/></w:trPr><w:tc>"
                + p(c)
                + "</w:tc></w:tr></w:tbl>");
    body(
        "deleted-cell",
        c -> "<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>" + p(c) + "</w:tc></w:tr></w:tbl>");
    body(
        "covered-cell",
        c -> "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p(c) + "</w:tc></w:tr></w:tbl>");
  }

  private void marks() {
    body("vanish", c -> "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>" + c + "</w:t></w:r></w:p>");
    body("rsid", c -> "<w:p w:rsidR=\"" + c + "\" w14:paraId=\"" + c + "\"/>");
    body("bookmark", c -> "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"" + c + "\"/></w:p>");
    body("field", c -> "<w:p><w:r><w:instrText>" + c + "</w:instrText></w:r></w:p>");
    body("simple-field", c -> "<w:p><w:fldSimple w:instr=\"" + c + "\"/></w:p>");
    body(
        "form-field",
        c ->
            "<w:p><w:r><w:fldChar w:fldCharType=\"end\"><w:ffData><w:helpText"
                + " w:val=\""
                + c
                + "\"/></w:ffData></w:fldChar></w:r></w:p>");
    body(
        "control",
        c ->
            "<w:sdt><w:sdtPr><w:tag w:val=\""
                + c
                + "\"/><w:dropDownList><w:listItem"
                + " w:value=\""
                + c
                + "\"/></w:dropDownList></w:sdtPr><w:sdtContent/></w:sdt>");
    body("smart-tag", c -> "<w:p><w:smartTag w:element=\"" + c + "\"/></w:p>");
    body("permission", c -> "<w:permStart w:id=\"1\" w:ed=\"" + c + "\"/>");
    body(
        "link-tip",
        c -> "<w:p><w:hyperlink w:tooltip=\"" + c + "\" w:anchor=\"" + c + "\"/></w:p>");
    body("unknown-element", c -> "<w:p><w14:mustermann>" + c + "</w14:mustermann></w:p>");
    body("unknown-attribute", c -> "<w:p w:mustermann=\"" + c + "\"/>");
    body("text-nowhere", c -> "<w:tbl>" + c + "</w:tbl>");
    body(
        "old-drawing",
        c ->
            "<w:p><w:r><w:pict><v:shape alt=\""
                + c
                + "\"><v:textpath string=\""
                + c
                + "\"/></v:shape></w:pict></w:r></w:p>");
    body(
        "object",
        c -> "<w:p><w:r><w:object><o:OLEObject ProgID=\"" + c + "\"/></w:object></w:r>" + "</w:p>");
    body(
        "fallback",
        c ->
            "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"/>"
                + "<mc:Fallback><w:t>"
                + c
                + "</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>");
    places.put(
        "link",
        c ->
            docx("<w:p><w:hyperlink r:id=\"rId9\"/></w:p>")
                .external(MAIN, "hyperlink", "rId9", "mailto:" + c + "@example.org")
                .bytes());
  }

  private void alternatives() {
    for (String attribute : List.of("descr", "title")) {
      String named = " " + attribute + "=\"";
      body(
          "alternative-" + attribute,
          c ->
              "<w:p><w:r>"
                  + WordCleanerTest.picture("x")
                      .replace(" name=\"Secret", named + c + "\" name=\"Secret")
                  + "</w:r></w:p>");
    }
  }

  private void formats() {
    body("font", c -> "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"" + c + "\"/></w:rPr></w:r></w:p>");
    body("colour", c -> "<w:p><w:r><w:rPr><w:color w:val=\"" + c + "\"/></w:rPr></w:r></w:p>");
    body("language", c -> "<w:p><w:r><w:rPr><w:lang w:val=\"" + c + "\"/></w:rPr></w:r></w:p>");
    body("alignment", c -> "<w:p><w:pPr><w:jc w:val=\"" + c + "\"/></w:pPr></w:p>");
    body("no-such-style", c -> "<w:p><w:pPr><w:pStyle w:val=\"" + c + "\"/></w:pPr></w:p>");
    body(
        "object-name",
        c -> "<w:p><w:r>" + WordCleanerTest.picture("x").replace("Secret", c) + "</w:r></w:p>");
    related(
        "style",
        "styles",
        "word/styles.xml",
        "w:styles",
        c ->
            "<w:style w:styleId=\""
                + c
                + "\"><w:name w:val=\""
                + c
                + "\"/><w:aliases w:val=\""
                + c
                + "\"/></w:style>");
    related(
        "numbering",
        "numbering",
        "word/numbering.xml",
        "w:numbering",
        c ->
            "<w:abstractNum><w:nsid w:val=\""
                + c
                + "\"/><w:name w:val=\""
                + c
                + "\"/></w:abstractNum>");
    related(
        "theme",
        "theme",
        "word/theme/theme1.xml",
        "a:theme",
        c ->
            "<a:themeElements><a:clrScheme name=\""
                + c
                + "\"/><a:fontScheme name=\""
                + c
                + "\"><a:minorFont><a:latin typeface=\""
                + c
                + "\"/></a:minorFont></a:fontScheme>"
                + "</a:themeElements>");
  }

  private void content() {
    body("paragraph", c -> p(c));
    body("cell", c -> "<w:tbl><w:tr><w:tc>" + p(c) + "</w:tc></w:tr></w:tbl>");
    body("inserted", c -> "<w:p><w:ins><w:r><w:t>" + c + "</w:t></w:r></w:ins></w:p>");
    body("control", c -> "<w:sdt><w:sdtContent>" + p(c) + "</w:sdtContent></w:sdt>");
    body("linked", c -> "<w:p><w:hyperlink><w:r><w:t>" + c + "</w:t></w:r></w:hyperlink></w:p>");
    body(
        "old-box",
        c ->
            "<w:p><w:r><w:pict><v:textbox><w:txbxContent>"
                + p(c)
                + "</w:txbxContent></v:textbox></w:pict></w:r></w:p>");
    body("cdata", c -> "<w:p><w:r><w:t><![CDATA[(]]>" + c + ")</w:t></w:r></w:p>");
    places.put(
        "header",
        c ->
            docx("<w:sectPr><w:headerReference r:id=\"rId5\"/></w:sectPr>")
                .related(MAIN, "header", "rId5", "word/h.xml")
                .xml("word/h.xml", "w:hdr", p(c))
                .bytes());
  }
}
