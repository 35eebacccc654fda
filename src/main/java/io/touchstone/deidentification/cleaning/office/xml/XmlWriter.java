package io.touchstone.deidentification.cleaning.office.xml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes XML parts: UTF-8, all namespaces declared at the root, the spreadsheet's unprefixed. */
public final class XmlWriter {

  private final OutputStream bytes;
  private final Writer out;

  private XmlWriter(OutputStream bytes) {
    this.bytes = bytes;
    out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
  }

  /** A whole part. */
  public static byte[] part(Element root) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    part(root, bytes);
    return bytes.toByteArray();
  }

  /** Writes a whole part. */
  public static void part(Element root, OutputStream into) throws IOException {
    XmlWriter writer = new XmlWriter(into);
    writer.out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    writer.element(root, true);
    writer.out.flush();
  }

  /** Writes an element that will stand within a part whose root uses the same namespaces. */
  public static void fragment(Element element, OutputStream into) throws IOException {
    XmlWriter writer = new XmlWriter(into);
    writer.element(element, false);
    writer.out.flush();
  }

  private void element(Element element, boolean isRoot) throws IOException {
    String tag = tag(element.name());
    out.append('<').append(tag);
    if (isRoot) {
      declare(element);
    }
    List<String> attributes = element.attributes();
    for (int i = 0; i < attributes.size(); i += 2) {
      out.append(' ').append(attributes.get(i)).append("=\"");
      escaped(attributes.get(i + 1), true);
      out.append('"');
    }
    if (element.children().isEmpty()) {
      out.append("/>");
      return;
    }
    out.append('>');
    for (Node child : element.children()) {
      node(child);
    }
    out.append("</").append(tag).append('>');
  }

  private void node(Node node) throws IOException {
    if (node instanceof Element element) {
      element(element, false);
    } else if (node instanceof Chars chars) {
      escaped(chars.text(), false);
    } else if (node instanceof Written written) {
      out.flush();
      written.writeTo(bytes);
    }
  }

  private void declare(Element root) throws IOException {
    Set<String> prefixes = new TreeSet<>();
    prefixes(root, prefixes);
    for (String prefix : prefixes) {
      String uri = Namespaces.uri(prefix).orElseThrow();
      if (!prefix.equals("xml")) {
        boolean unprefixed = isDefault(prefix);
        out.append(unprefixed ? " xmlns" : " xmlns:" + prefix)
            .append("=\"")
            .append(uri)
            .append('"');
      }
    }
  }

  private static void prefixes(Element element, Set<String> into) {
    into.add(prefix(element.name()));
    for (int i = 0; i < element.attributes().size(); i += 2) {
      String name = element.attributes().get(i);
      if (name.indexOf(':') > 0) {
        into.add(prefix(name));
      }
    }
    for (Node child : element.children()) {
      if (child instanceof Element inner) {
        prefixes(inner, into);
      }
    }
  }

  private static String prefix(String name) {
    return name.substring(0, name.indexOf(':'));
  }

  private static String tag(String name) {
    return isDefault(prefix(name)) ? name.substring(name.indexOf(':') + 1) : name;
  }

  /** Many readers of spreadsheets, relations and content types look for unprefixed names. */
  private static boolean isDefault(String prefix) {
    return prefix.equals("x") || prefix.equals("rel") || prefix.equals("ct");
  }

  private void escaped(String text, boolean attribute) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append(attribute ? "&quot;" : "\"");
        case '\r' -> out.append("&#13;");
        case '\n', '\t' -> {
          if (attribute) {
            out.append("&#").append(Integer.toString(c)).append(';');
          } else {
            out.append(c);
          }
        }
        default -> i += character(text, i);
      }
    }
  }

  /** Writes a character if XML allows it; returns how many more chars it took. */
  private int character(String text, int at) throws IOException {
    int codePoint = text.codePointAt(at);
    boolean allowed =
        codePoint >= 0x20
            && codePoint != 0xFFFE
            && codePoint != 0xFFFF
            && !(codePoint >= 0xD800 && codePoint <= 0xDFFF);
    if (allowed) {
      out.append(text, at, at + Character.charCount(codePoint));
    }
    return Character.charCount(codePoint) - 1;
  }
}
