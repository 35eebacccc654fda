package io.touchstone.deidentification.cleaning.office.xml;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The namespaces that office documents are read in, and the prefixes that stand for them here. */
final class Namespaces {

  private static final String OOXML = "http://schemas.openxmlformats.org/";
  private static final String MICROSOFT = "http://schemas.microsoft.com/office/word/2010/";
  private static final String ODF = "urn:oasis:names:tc:opendocument:xmlns:";
  private static final Map<String, String> URIS = new LinkedHashMap<>();
  private static final Map<String, String> PREFIXES = new HashMap<>();

  static {
    ooxml("w", "wordprocessingml/2006/main", "wordprocessingml/main");
    ooxml("x", "spreadsheetml/2006/main", "spreadsheetml/main");
    ooxml("p", "presentationml/2006/main", "presentationml/main");
    ooxml("a", "drawingml/2006/main", "drawingml/main");
    ooxml("c", "drawingml/2006/chart", "drawingml/chart");
    ooxml("pic", "drawingml/2006/picture", "drawingml/picture");
    ooxml("wp", "drawingml/2006/wordprocessingDrawing", "drawingml/wordprocessingDrawing");
    ooxml("xdr", "drawingml/2006/spreadsheetDrawing", "drawingml/spreadsheetDrawing");
    ooxml("dgm", "drawingml/2006/diagram", "drawingml/diagram");
    ooxml("m", "officeDocument/2006/math", "officeDocument/math");
    ooxml("r", "officeDocument/2006/relationships", "officeDocument/relationships");
    add("mc", OOXML + "markup-compatibility/2006");
    add("rel", OOXML + "package/2006/relationships");
    add("ct", OOXML + "package/2006/content-types");
    add("wps", MICROSOFT + "wordprocessingShape");
    add("wpg", MICROSOFT + "wordprocessingGroup");
    add("v", "urn:schemas-microsoft-com:vml");
    add("xml", "http://www.w3.org/XML/1998/namespace");
    for (String name :
        new String[] {"office", "text", "table", "style", "meta", "manifest", "presentation"}) {
      add(name, ODF + name + ":1.0");
    }
    add("draw", ODF + "drawing:1.0");
    add("number", ODF + "datastyle:1.0");
    add("fo", ODF + "xsl-fo-compatible:1.0");
    add("svg", ODF + "svg-compatible:1.0");
    add("xlink", "http://www.w3.org/1999/xlink");
    add("dc", "http://purl.org/dc/elements/1.1/");
  }

  private Namespaces() {}

  private static void ooxml(String prefix, String transitional, String strict) {
    add(prefix, OOXML + transitional);
    PREFIXES.put("http://purl.oclc.org/ooxml/" + strict, prefix);
  }

  private static void add(String prefix, String uri) {
    URIS.put(prefix, uri);
    PREFIXES.put(uri, prefix);
  }

  /** Empty if nothing of that namespace is known. */
  static Optional<String> prefix(String uri) {
    return Optional.ofNullable(PREFIXES.get(uri));
  }

  /** The namespace that a prefix stands for; empty for a prefix that is not ours. */
  static Optional<String> uri(String prefix) {
    return Optional.ofNullable(URIS.get(prefix));
  }
}
