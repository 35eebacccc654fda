package io.touchstone.deidentification.cleaning.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * All texts and attributes of all XML parts of a container, read by another ZIP library and another
 * XML parser than those that wrote it.
 */
public final class ReadBack {

  /** Elements whose text goes on in the next one. */
  private static final Set<String> INLINE = Set.of("t", "span");

  /** Elements at whose end a piece of text ends. */
  private static final Set<String> BLOCKS = Set.of("p", "h", "si", "is");

  /** Values that say nothing: numbers, colours, ids, and the formats' own addresses. */
  private static final Pattern SILENT =
      Pattern.compile(
          "[-+0-9.,%: ]{0,12}|[-+]?[0-9]{0,9}\\.[0-9]{1,18}|[0-9A-Fa-f]{1,8}|[A-Z]{1,3}[0-9]{1,7}"
              + "|\\{[-0-9A-F]{36}\\}|rId[0-9]+"
              + "|http://schemas\\.(?:openxmlformats\\.org|microsoft\\.com)/[A-Za-z0-9/.-]{1,90}"
              + "|application/vnd\\.openxmlformats-[a-z]+\\.[A-Za-z.+]{1,90}");

  /** Days and times in cells, and places of drawings. */
  private static final Pattern SERIAL = Pattern.compile("[0-9]{1,5}(?:\\.[0-9]{1,18})?");

  private ReadBack() {}

  /** Texts in the order of the parts, then attributes, each once. */
  public static List<String> of(byte[] container) throws IOException {
    Collector collector = new Collector();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(container))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        collector.attributes.add(entry.getName());
        if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
          parse(zip, collector);
        }
      }
    }
    List<String> all = new ArrayList<>(collector.texts);
    collector.attributes.stream()
        .filter(value -> !SILENT.matcher(value).matches() && !ClosedWords.has(value))
        .forEach(all::add);
    return all;
  }

  private static void parse(InputStream zip, Collector collector) throws IOException {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      InputSource part = new InputSource(new ByteArrayInputStream(zip.readAllBytes()));
      factory.newSAXParser().parse(part, collector);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("A part of the cleaned document is not well-formed.", e);
    }
  }

  private static final class Collector extends DefaultHandler {

    private final List<String> texts = new ArrayList<>();
    private final Set<String> attributes = new LinkedHashSet<>();
    private final StringBuilder text = new StringBuilder();
    private boolean hasOwnText;

    @Override
    public void startElement(String uri, String name, String tag, Attributes given) {
      for (int i = 0; i < given.getLength(); i++) {
        attributes.add(given.getValue(i));
      }
      hasOwnText = false;
      switch (name) {
        case "tab" -> text.append('\t');
        case "br", "cr", "line-break" -> text.append('\n');
        case "s" -> text.append(' ');
        default -> {}
      }
    }

    @Override
    public void characters(char[] chars, int from, int length) {
      text.append(chars, from, length);
      hasOwnText = true;
    }

    @Override
    public void endElement(String uri, String name, String tag) {
      if (BLOCKS.contains(name) || hasOwnText && !INLINE.contains(name)) {
        flush();
      }
      hasOwnText = false;
    }

    @Override
    public void endDocument() {
      flush();
    }

    private void flush() {
      if (!text.toString().isBlank() && !SERIAL.matcher(text).matches()) {
        texts.add(text.toString());
      }
      text.setLength(0);
    }
  }
}
