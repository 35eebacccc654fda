package io.touchstone.deidentification.cleaning.office.loss;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the text of a part that a reader surely sees, by another parser than the one that cleans.
 * What may be hidden in a way that is not looked at here is left out rather than taken in: words
 * are counted as lost only if they were seen.
 */
abstract class SeenText extends DefaultHandler {

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Depth of the outermost element that is not read; 0 if there is none. */
  private int hidden;

  /**
   * Reads a part.
   *
   * @throws IOException if it is not well-formed
   */
  final String read(byte[] part) throws IOException {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      InputSource source = new InputSource(new ByteArrayInputStream(part));
      boolean isWide = part.length > 1 && (part[0] & 0xff) >= 0xfe && (part[1] & 0xff) >= 0xfe;
      source.setEncoding(isWide ? "UTF-16" : "UTF-8");
      factory.newSAXParser().parse(source, this);
      return text.toString();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("A part of the document is not well-formed.", e);
    }
  }

  /** Elements whose text is read. */
  abstract Set<String> holders();

  /** Elements that go with all that is in them. */
  abstract Set<String> skipped();

  /** Elements at whose ends words end. */
  abstract Set<String> blocks();

  /** Looks at an element that is not skipped. */
  abstract void begin(String name, Attributes given);

  /** Whether text is not read for another reason than the element that it is in. */
  boolean isQuiet() {
    return false;
  }

  @Override
  public final void startElement(String uri, String name, String tag, Attributes given) {
    open.push(name);
    if (skipped().contains(name)) {
      hide(0);
    }
    begin(name, given);
    if (blocks().contains(name)) {
      text.append('\n');
    }
  }

  @Override
  public final void characters(char[] chars, int from, int length) {
    if (hidden == 0 && !open.isEmpty() && holders().contains(open.peek()) && !isQuiet()) {
      text.append(chars, from, length);
    }
  }

  @Override
  public final void endElement(String uri, String name, String tag) {
    if (hidden == open.size()) {
      hidden = 0;
    }
    open.pop();
    if (blocks().contains(name)) {
      text.append('\n');
    }
  }

  /** What is in an element is not read: the open one, or the one so many levels above it. */
  final void hide(int above) {
    int depth = open.size() - above;
    hidden = hidden == 0 ? depth : Math.min(hidden, depth);
  }

  /** Name of the element so many levels above the open one; empty if there is none. */
  final String above(int levels) {
    return open.stream().skip(levels).findFirst().orElse("");
  }

  /** The value of an attribute, whatever its namespace; empty if it is not there. */
  static Optional<String> value(Attributes given, String local) {
    for (int i = 0; i < given.getLength(); i++) {
      if (given.getLocalName(i).equals(local)) {
        return Optional.of(given.getValue(i));
      }
    }
    return Optional.empty();
  }

  /** Writes a character that an element stands for. */
  final void write(char c) {
    if (hidden == 0) {
      text.append(c);
    }
  }
}
