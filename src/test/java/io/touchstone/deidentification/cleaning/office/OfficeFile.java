package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.ObjectType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds OOXML packages by hand, part by part. */
public final class OfficeFile {

  private static final String NAMESPACES =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
          + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
          + " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
          + " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
          + " xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
          + " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
          + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
          + " xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
          + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
          + " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
          + " xmlns:v=\"urn:schemas-microsoft-com:vml\""
          + " xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final Map<String, StringBuilder> relations = new LinkedHashMap<>();

  public OfficeFile() {
    part(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
  }

  /** A document with a body. */
  public static OfficeFile docx(String body) {
    return new OfficeFile()
        .related("", "officeDocument", "rId1", "word/document.xml")
        .xml("word/document.xml", "w:document", "<w:body>" + body + "</w:body>");
  }

  /** Says of what kind the main part is, by which documents are told apart. */
  OfficeFile typed(ObjectType type) {
    String main =
        switch (type) {
          case XLSX -> "spreadsheetml.sheet";
          case PPTX -> "presentationml.presentation";
          default -> "wordprocessingml.document";
        };
    return part(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/main\" ContentType=\"application/vnd.openxmlformats-"
            + "officedocument."
            + main
            + ".main+xml\"/></Types>");
  }

  /** A paragraph of runs. */
  public static String p(String... runs) {
    StringBuilder xml = new StringBuilder("<w:p>");
    for (String run : runs) {
      xml.append("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">")
          .append(run)
          .append("</w:t></w:r>");
    }
    return xml.append("</w:p>").toString();
  }

  /** Adds a part whose root declares all namespaces that tests use. */
  public OfficeFile xml(String name, String root, String content) {
    return part(name, "<" + root + NAMESPACES + ">" + content + "</" + root + ">");
  }

  public OfficeFile part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  public OfficeFile part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  /** Lets a part lead to another; the package itself is "". */
  public OfficeFile related(String part, String type, String id, String target) {
    return relation(part, type, id, "Target=\"/" + target + "\"");
  }

  /** Lets a part lead outside. */
  public OfficeFile external(String part, String type, String id, String target) {
    return relation(part, type, id, "TargetMode=\"External\" Target=\"" + target + "\"");
  }

  private OfficeFile relation(String part, String type, String id, String target) {
    relations
        .computeIfAbsent(part, key -> new StringBuilder())
        .append(
            "<Relationship Id=\"" + id + "\" Type=\"" + RELATION + type + "\" " + target + "/>");
    return this;
  }

  Map<String, byte[]> parts() {
    Map<String, byte[]> all = new LinkedHashMap<>(parts);
    relations.forEach(
        (part, list) -> {
          int slash = part.lastIndexOf('/') + 1;
          all.put(
              part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels",
              ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                      + list
                      + "</Relationships>")
                  .getBytes(StandardCharsets.UTF_8));
        });
    return all;
  }

  public byte[] bytes() {
    return zip(parts());
  }

  static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
