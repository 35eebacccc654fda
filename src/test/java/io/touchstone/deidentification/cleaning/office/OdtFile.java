package io.touchstone.deidentification.cleaning.office;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds OpenDocument texts by hand. */
public final class OdtFile {

  private static final String ODF = "urn:oasis:names:tc:opendocument:xmlns:";
  private static final String NAMESPACES =
      " xmlns:office=\""
          + ODF
          + "office:1.0\" xmlns:text=\""
          + ODF
          + "text:1.0\" xmlns:style=\""
          + ODF
          + "style:1.0\" xmlns:table=\""
          + ODF
          + "table:1.0\" xmlns:draw=\""
          + ODF
          + "drawing:1.0\" xmlns:fo=\""
          + ODF
          + "xsl-fo-compatible:1.0\" xmlns:svg=\""
          + ODF
          + "svg-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
          + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:meta=\""
          + ODF
          + "meta:1.0\" xmlns:manifest=\""
          + ODF
          + "manifest:1.0\"";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /** A document with a body and styles of its own. */
  public static OdtFile of(String automaticStyles, String body) {
    return new OdtFile()
        .part("mimetype", "application/vnd.oasis.opendocument.text")
        .xml(
            "content.xml",
            "office:document-content",
            "<office:automatic-styles>"
                + automaticStyles
                + "</office:automatic-styles>"
                + "<office:body><office:text>"
                + body
                + "</office:text></office:body>")
        .xml(
            "META-INF/manifest.xml",
            "manifest:manifest",
            "<manifest:file-entry manifest:full-path=\"/\"/>");
  }

  OdtFile xml(String name, String root, String content) {
    return part(name, "<" + root + NAMESPACES + ">" + content + "</" + root + ">");
  }

  OdtFile part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  OdtFile part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  public byte[] bytes() {
    return OfficeFile.zip(parts);
  }
}
