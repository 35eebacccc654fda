package io.touchstone.deidentification.cleaning.office.xml;

import io.touchstone.deidentification.cleaning.NotCleanable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML parts. No part of an office document has a document type declaration: one that has is
 * refused, and with it every entity, inner or outer.
 */
public final class XmlReader {

  /** Elements within elements. */
  static final int DEEPEST = 200;

  /** Elements, texts and attributes that are held at a time; about 200 MiB. */
  static final int MOST_NODES = 1_500_000;

  private static final String DAMAGED = "a part of it is not well-formed XML.";

  private final Map<String, Map<String, String>> names = new HashMap<>();
  private final Deque<Element> open = new ArrayDeque<>();
  private final String streamed;
  private final Each each;
  private Element root;
  private int nodes;
  private int nodesBefore;
  private int streamedFrom = Integer.MAX_VALUE;

  private XmlReader(String streamed, Each each) {
    this.streamed = streamed;
    this.each = each;
  }

  /** Takes elements one at a time while a part is read. */
  public interface Each {
    /**
     * @param root of the part as far as it is read
     * @param element complete, no part of the tree
     */
    void accept(Element root, Element element) throws IOException;
  }

  public static Element read(byte[] xml) throws IOException {
    return read(new ByteArrayInputStream(xml));
  }

  public static Element read(InputStream xml) throws IOException {
    return read(xml, "", (root, element) -> {});
  }

  /** Reads a part, and hands elements of one name over instead of keeping them. */
  public static Element read(InputStream xml, String streamed, Each each) throws IOException {
    return new XmlReader(streamed, each).parse(xml);
  }

  private Element parse(InputStream xml) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException(DAMAGED);
        });
    try (xml) {
      XMLStreamReader reader = factory.createXMLStreamReader(characters(new Guarded(xml)));
      while (reader.hasNext()) {
        take(reader, reader.next());
      }
      reader.close();
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof NotCleanable refused) {
        throw refused;
      }
      throw NotCleanable.unreadable(DAMAGED);
    } catch (Guarded.Failed e) {
      throw e.cause();
    } catch (RuntimeException e) {
      throw NotCleanable.unreadable(DAMAGED);
    }
    if (root == null || !open.isEmpty()) {
      throw NotCleanable.unreadable(DAMAGED);
    }
    return root;
  }

  /**
   * Decodes strictly: packages have UTF-8 and UTF-16 and nothing else, and the parser would write
   * about bytes that are neither to the program's output.
   */
  private static Reader characters(InputStream xml) throws IOException {
    PushbackInputStream in = new PushbackInputStream(xml, 3);
    byte[] head = in.readNBytes(3);
    int mark = 0;
    Charset charset = StandardCharsets.UTF_8;
    if (head.length == 3) {
      int two = (head[0] & 0xff) << 8 | head[1] & 0xff;
      charset =
          switch (two) {
            case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
            case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
          };
      boolean isMarked = two == 0xFEFF || two == 0xFFFE;
      mark = isMarked ? 2 : two == 0xEFBB && (head[2] & 0xff) == 0xBF ? 3 : 0;
    }
    in.unread(head, mark, head.length - mark);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new InputStreamReader(in, decoder);
  }

  private void take(XMLStreamReader reader, int event) throws IOException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(reader);
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
        if (!open.isEmpty()) {
          count(1);
          open.peek().add(new Chars(reader.getText()));
        }
      }
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw NotCleanable.unreadable("a part of it declares a document type of its own.");
      default -> {}
    }
  }

  private void start(XMLStreamReader reader) throws IOException {
    count(1 + reader.getAttributeCount());
    if (open.size() >= DEEPEST) {
      throw NotCleanable.unreadable("a part of it is nested more than 200 levels deep.");
    }
    Element element = new Element(name(reader.getNamespaceURI(), reader.getLocalName(), false));
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = name(reader.getAttributeNamespace(i), reader.getAttributeLocalName(i), true);
      element.attributes().add(name);
      String value = reader.getAttributeValue(i);
      element.attributes().add(name.equals("Requires") ? known(reader, value) : value);
    }
    if (root == null) {
      root = element;
    } else if (element.is(streamed) && streamedFrom == Integer.MAX_VALUE) {
      streamedFrom = open.size();
      nodesBefore = nodes;
    } else {
      open.peek().add(element);
    }
    open.push(element);
  }

  /** Prefixes of the document in a value that says which namespaces are needed. */
  private static String known(XMLStreamReader reader, String prefixes) {
    return Arrays.stream(prefixes.trim().split("\\s+"))
        .map(prefix -> Optional.ofNullable(reader.getNamespaceURI(prefix)))
        .map(uri -> uri.flatMap(Namespaces::prefix).orElse("?"))
        .collect(Collectors.joining(" "));
  }

  private void end() throws IOException {
    Element element = open.pop();
    if (open.size() == streamedFrom) {
      streamedFrom = Integer.MAX_VALUE;
      nodes = nodesBefore;
      each.accept(root, element);
    }
  }

  private void count(int more) throws IOException {
    nodes += more;
    if (nodes > MOST_NODES) {
      throw NotCleanable.tooLarge("a part of it has more than one and a half million elements.");
    }
  }

  private String name(String uri, String local, boolean attribute) {
    String space = uri == null ? "" : uri;
    return names
        .computeIfAbsent(space, key -> new HashMap<>())
        .computeIfAbsent(local, key -> canonical(space, local, attribute));
  }

  private static String canonical(String uri, String local, boolean attribute) {
    if (uri.isEmpty()) {
      return attribute ? local : "?:" + local;
    }
    return Namespaces.prefix(uri).orElse("?").concat(":").concat(local).intern();
  }

  /** Carries a refusal of the stream through the parser, which would wrap it. */
  private static final class Guarded extends java.io.FilterInputStream {

    Guarded(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int from, int length) {
      try {
        return super.read(into, from, length);
      } catch (IOException e) {
        throw new Failed(e);
      }
    }

    @Override
    public int read() {
      try {
        return super.read();
      } catch (IOException e) {
        throw new Failed(e);
      }
    }

    private static final class Failed extends RuntimeException {

      private static final long serialVersionUID = 1L;

      Failed(IOException cause) {
        super(cause);
      }

      IOException cause() {
        return (IOException) getCause();
      }
    }
  }
}
