package io.touchstone.deidentification.cleaning.office.container;

import io.touchstone.deidentification.cleaning.office.xml.Element;
import io.touchstone.deidentification.cleaning.office.xml.XmlWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** The OOXML package that is written: names of its own, relations and content types to fit. */
public final class NewPackage {

  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, Packed> parts = new TreeMap<>();
  private final Map<String, String> types = new TreeMap<>();
  private final Map<String, List<Relation>> relations = new TreeMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** A part that is packed already, because all unpacked together are too many bytes to hold. */
  record Packed(byte[] bytes, long size, long crc) {

    private interface Content {
      void writeTo(OutputStream out) throws IOException;
    }

    private static Packed of(Content content) throws IOException {
      CRC32 sum = new CRC32();
      Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream out =
          new CheckedOutputStream(new DeflaterOutputStream(packed, deflater), sum)) {
        content.writeTo(out);
      }
      long size = deflater.getBytesRead();
      deflater.end();
      return new Packed(packed.toByteArray(), size, sum.getValue());
    }
  }

  /** A name that no part has yet: stem, number, extension. */
  public String newName(String stem, String extension) {
    return stem + numbers.merge(stem, 1, Integer::sum) + "." + extension;
  }

  public void add(String name, String contentType, byte[] content) throws IOException {
    parts.put(name, Packed.of(out -> out.write(content)));
    types.put(name, contentType);
  }

  public void add(String name, String contentType, Element root) throws IOException {
    parts.put(name, Packed.of(out -> XmlWriter.part(root, out)));
    types.put(name, contentType);
  }

  /**
   * Makes a part lead to another; of the package itself if it is "".
   *
   * @return id of the relation within the part
   */
  public String relate(String part, String type, String target) {
    List<Relation> ofPart = relations.computeIfAbsent(part, key -> new ArrayList<>());
    Relation wanted = new Relation(type, target, false);
    int at = ofPart.indexOf(wanted);
    if (at < 0) {
      ofPart.add(wanted);
      at = ofPart.size() - 1;
    }
    return "rId" + (at + 1);
  }

  public byte[] toByteArray() throws IOException {
    ArchiveWriter zip = new ArchiveWriter();
    zip.add("[Content_Types].xml", XmlWriter.part(contentTypes()));
    for (Map.Entry<String, List<Relation>> ofPart : relations.entrySet()) {
      zip.add(Relation.file(ofPart.getKey()), XmlWriter.part(relations(ofPart.getValue())));
    }
    for (Map.Entry<String, Packed> part : parts.entrySet()) {
      zip.add(part.getKey(), part.getValue());
    }
    return zip.toByteArray();
  }

  private Element contentTypes() {
    Element root = new Element("ct:Types");
    root.add(
        new Element(
            "ct:Default",
            "Extension",
            "rels",
            "ContentType",
            "application/vnd.openxmlformats-package.relationships+xml"));
    root.add(new Element("ct:Default", "Extension", "xml", "ContentType", "application/xml"));
    types.forEach(
        (part, type) ->
            root.add(new Element("ct:Override", "PartName", "/" + part, "ContentType", type)));
    return root;
  }

  private static Element relations(List<Relation> ofPart) {
    Element root = new Element("rel:Relationships");
    for (int i = 0; i < ofPart.size(); i++) {
      root.add(
          new Element(
              "rel:Relationship",
              "Id",
              "rId" + (i + 1),
              "Type",
              RELATIONS + ofPart.get(i).type(),
              "Target",
              "/" + ofPart.get(i).target()));
    }
    return root;
  }
}
