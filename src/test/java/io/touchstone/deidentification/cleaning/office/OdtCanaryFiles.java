package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** ODT with a canary in every place that is known to hold what no reader looks for. */
public final class OdtCanaryFiles {

  private final Map<String, Function<String, byte[]>> places = new LinkedHashMap<>();

  private OdtCanaryFiles() {}

  /** One for every place and coding. */
  public static List<CanaryFile> all() {
    OdtCanaryFiles hidden = new OdtCanaryFiles();
    hidden.parts();
    hidden.marks();
    hidden.values();
    hidden.body(
        "alternative",
        c -> "<text:p><draw:frame><svg:desc>" + c + "</svg:desc></draw:frame></text:p>");
    hidden.body(
        "alternative-title",
        c -> "<text:p><draw:frame><svg:title>" + c + "</svg:title></draw:frame></text:p>");
    List<CanaryFile> files =
        new ArrayList<>(TextPayloads.files(ObjectType.ODT, false, hidden.places));
    OdtCanaryFiles shown = new OdtCanaryFiles();
    shown.content();
    files.addAll(TextPayloads.files(ObjectType.ODT, true, shown.places));
    return files;
  }

  private void body(String place, UnaryOperator<String> xml) {
    places.put(place, c -> OdtFile.of("", "<text:p>a</text:p>" + xml.apply(c)).bytes());
  }

  private void part(String place, String name, String root, UnaryOperator<String> xml) {
    places.put(
        place, c -> OdtFile.of("", "<text:p>a</text:p>").xml(name, root, xml.apply(c)).bytes());
  }

  private void parts() {
    part("creator", "meta.xml", "office:document-meta", c -> "<dc:creator>" + c + "</dc:creator>");
    part(
        "user-defined",
        "meta.xml",
        "office:document-meta",
        c -> "<meta:user-defined meta:name=\"" + c + "\"/>");
    part("settings", "settings.xml", "office:document-settings", c -> c);
    part("thumbnail", "Thumbnails/thumbnail.xml", "office:t", c -> c);
    part("configuration", "Configurations2/a.xml", "office:t", c -> c);
    part("macro", "Basic/Standard/m.xml", "office:t", c -> c);
    part("rdf", "manifest.rdf", "office:t", c -> c);
    part("object", "Object 1/content.xml", "office:t", c -> c);
    part(
        "manifest",
        "META-INF/manifest.xml",
        "manifest:manifest",
        c -> "<manifest:file-entry manifest:full-path=\"" + c + "\"/>");
    part(
        "style-names",
        "styles.xml",
        "office:document-styles",
        c ->
            "<office:styles><style:style style:name=\""
                + c
                + "\" style:display-name=\""
                + c
                + "\" style:family=\"text\"/></office:styles>");
    part(
        "background",
        "styles.xml",
        "office:document-styles",
        c -> "<office:styles><draw:fill-image draw:name=\"" + c + "\"/></office:styles>");
  }

  private void marks() {
    body(
        "change",
        c ->
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>"
                + c
                + "</text:p></text:deletion></text:changed-region></text:tracked-changes>");
    body(
        "annotation",
        c ->
            "<text:p><office:annotation office:name=\""
                + c
                + "\"><dc:creator>"
                + c
                + "</dc:creator></office:annotation></text:p>");
    body("bookmark", c -> "<text:p><text:bookmark text:name=\"" + c + "\"/></text:p>");
    body("reference", c -> "<text:p><text:reference-mark text:name=\"" + c + "\"/></text:p>");
    body(
        "link",
        c ->
            "<text:p><text:a xlink:href=\"mailto:"
                + c
                + "\" office:name=\""
                + c
                + "\">a</text:a></text:p>");
    body(
        "variable",
        c ->
            "<text:user-field-decls><text:user-field-decl office:string-value=\""
                + c
                + "\"/></text:user-field-decls>");
    body("script", c -> "<text:p><text:script>" + c + "</text:script></text:p>");
    body(
        "hidden-text", c -> "<text:p><text:hidden-text text:string-value=\"" + c + "\"/></text:p>");
    body(
        "hidden-section",
        c -> "<text:section text:display=\"none\"><text:p>" + c + "</text:p></text:section>");
    body(
        "hidden-row",
        c ->
            "<table:table><table:table-row table:visibility=\"collapse\">"
                + "<table:table-cell><text:p>"
                + c
                + "</text:p></table:table-cell></table:table-row>"
                + "</table:table>");
    body(
        "covered",
        c ->
            "<table:table><table:table-row><table:covered-table-cell><text:p>"
                + c
                + "</text:p></table:covered-table-cell></table:table-row></table:table>");
    body("form", c -> "<office:forms><text:p>" + c + "</text:p></office:forms>");
    body("comment-in-xml", c -> "<!--" + c + "-->");
    body("unknown", c -> "<office:mustermann>" + c + "</office:mustermann>");
    body("nowhere", c -> "<text:list>" + c + "</text:list>");
    places.put(
        "hidden-style",
        c ->
            OdtFile.of(
                    "<style:style style:name=\"T1\"><style:text-properties"
                        + " text:display=\"none\"/></style:style>",
                    "<text:p><text:span text:style-name=\"T1\">" + c + "</text:span></text:p>")
                .bytes());
  }

  private void values() {
    body("section-name", c -> "<text:section text:name=\"" + c + "\" xml:id=\"" + c + "\"/>");
    body("table-name", c -> "<table:table table:name=\"" + c + "\"/>");
    body(
        "cell-value",
        c ->
            "<table:table><table:table-row><table:table-cell table:formula=\""
                + c
                + "\" office:string-value=\""
                + c
                + "\"/></table:table-row></table:table>");
    body(
        "frame-name",
        c -> "<text:p><draw:frame draw:name=\"" + c + "\" svg:width=\"" + c + "\"/></text:p>");
    body(
        "no-such-picture",
        c -> "<text:p><draw:frame><draw:image xlink:href=\"" + c + "\"/></draw:frame></text:p>");
    body("used-style", c -> "<text:p text:style-name=\"" + c + "\">a</text:p>");
    places.put(
        "font",
        c ->
            OdtFile.of(
                    "<style:style style:name=\"T1\"><style:text-properties"
                        + " fo:font-family=\""
                        + c
                        + "\" fo:color=\""
                        + c
                        + "\" fo:language=\""
                        + c
                        + "\" fo:font-weight=\""
                        + c
                        + "\"/></style:style>",
                    "")
                .bytes());
  }

  private void content() {
    body("paragraph", c -> "<text:p>" + c + "</text:p>");
    body("heading", c -> "<text:h>" + c + "</text:h>");
    body(
        "cell",
        c ->
            "<table:table><table:table-row><table:table-cell><text:p>"
                + c
                + "</text:p></table:table-cell></table:table-row></table:table>");
    body(
        "note",
        c ->
            "<text:p>a<text:note><text:note-body><text:p>"
                + c
                + "</text:p></text:note-body></text:note></text:p>");
    body("field", c -> "<text:p><text:author-name>" + c + "</text:author-name></text:p>");
    body("shape", c -> "<text:p><draw:rect><text:p>" + c + "</text:p></draw:rect></text:p>");
    body(
        "index",
        c ->
            "<text:table-of-content><text:index-body><text:p>"
                + c
                + "</text:p></text:index-body></text:table-of-content>");
    part(
        "header",
        "styles.xml",
        "office:document-styles",
        c ->
            "<office:master-styles><style:master-page><style:header><text:p>"
                + c
                + "</text:p></style:header></style:master-page></office:master-styles>");
  }
}
