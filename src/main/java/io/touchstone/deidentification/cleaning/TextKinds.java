package io.touchstone.deidentification.cleaning;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mail, pages and plain text. */
final class TextKinds {

  /** Bytes in which a beginning must show. */
  private static final int BEGINNING = 65_536;

  /** Control characters that a text may have: one in a hundred. */
  private static final int ODD = 100;

  /**
   * With what a page or a part of one begins: the elements by which browsers tell a page (WHATWG,
   * MIME Sniffing Standard, section 7.1), and others that are nobody else's.
   */
  private static final Pattern PAGE =
      Pattern.compile(
          "(?i)\\A\\s*+<(?:!doctype html|html|head|script|iframe|h[1-6]|div|font|table|a|style|title"
              + "|b|body|br|p|!--|meta|link|base|img|picture|video|form|input|textarea|select|button"
              + "|noscript|template|span|center|pre|hr|ul|ol|em|strong|i|u)[\\s>/]");

  /** The first element of XML behind its declaration, comments and document type. */
  private static final Pattern ROOT =
      Pattern.compile(
          "\\A\\s*+(?:<\\?[^>]*+>\\s*+|<!--[\\s\\S]*?-->\\s*+|<![A-Z][^>\\[]*+>\\s*+){0,50}+"
              + "<(?:[\\w.-]++:)?([\\w.-]++)");

  /** First elements of office documents in one file, and what they name. */
  private static final Set<String> FLAT = Set.of("package", "document", "worddocument", "workbook");

  private static final Set<String> OFFICE =
      Set.of(
          "schemas-microsoft-com",
          "schemas.microsoft.com",
          "urn:oasis:names:tc:opendocument:xmlns:office");

  private static final Pattern HEADER = Pattern.compile("[!-9;-~]++:.*+");

  /** Fields of which a message has at least two, one of them of the second set. */
  private static final Set<String> FIELDS =
      Set.of(
          "from",
          "to",
          "cc",
          "subject",
          "date",
          "message-id",
          "received",
          "mime-version",
          "return-path",
          "delivered-to",
          "reply-to",
          "content-type",
          "sender");

  private static final Set<String> TELLING =
      Set.of("from", "date", "message-id", "received", "mime-version", "return-path");

  private TextKinds() {}

  /** What kind of text it is; empty if it is none. */
  static Optional<ObjectTypes.Told> of(byte[] object) {
    Charset charset = charset(object);
    int length = Math.min(object.length, BEGINNING);
    String beginning = new String(object, 0, length, charset);
    if (beginning.startsWith("\ufeff")) {
      beginning = beginning.substring(1);
    }
    if (beginning.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return beginning(beginning).or(() -> plain(object, charset));
  }

  private static Optional<ObjectTypes.Told> beginning(String text) {
    if (text.startsWith("{\\rtf") || text.startsWith("%!PS")) {
      return Optional.of(ObjectTypes.unsupported(text.startsWith("%") ? "PostScript" : "RTF"));
    }
    if (text.startsWith("From ")) {
      // A mailbox; the cleaner of mail says whether it holds one message.
      return isMessage(text.substring(text.indexOf('\n') + 1))
          ? known(ObjectType.EML)
          : Optional.empty();
    }
    if (isMessage(text)) {
      return known(ObjectType.EML);
    }
    Matcher root = ROOT.matcher(text);
    String element = root.lookingAt() ? root.group(1).toLowerCase(Locale.ROOT) : "";
    if (element.equals("svg")) {
      return Optional.of(ObjectTypes.unsupported("image/svg+xml"));
    }
    if (FLAT.contains(element) && OFFICE.stream().anyMatch(text::contains)) {
      return Optional.of(ObjectTypes.unsupported("office documents as one file of XML"));
    }
    if (element.equals("html") || PAGE.matcher(text).lookingAt()) {
      return known(ObjectType.HTML);
    }
    return Optional.empty();
  }

  /** Whether it begins with the head of a message (RFC 5322, section 2.2). */
  private static boolean isMessage(String text) {
    Set<String> fields = new HashSet<>();
    boolean first = true;
    for (String line : text.split("\r\n|\n|\r", 1000)) {
      boolean continued = !first && (line.startsWith(" ") || line.startsWith("\t"));
      if (line.isEmpty()) {
        break;
      }
      if (!continued && !HEADER.matcher(line).matches()) {
        return false;
      }
      if (!continued) {
        fields.add(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT));
      }
      first = false;
    }
    boolean telling = fields.stream().anyMatch(TELLING::contains);
    fields.retainAll(FIELDS);
    return telling && fields.size() >= 2;
  }

  private static Optional<ObjectTypes.Told> plain(byte[] object, Charset charset) {
    Charset strict = charset == StandardCharsets.ISO_8859_1 ? StandardCharsets.UTF_8 : charset;
    try {
      String text = strict.newDecoder().decode(ByteBuffer.wrap(object)).toString();
      return isText(text) ? known(ObjectType.TEXT) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Plain text that is not UTF-8 and says nothing; empty if the bytes do not look like text. */
  static Optional<ObjectTypes.Told> undeclared(byte[] object, Optional<Charset> encoding) {
    if (!isText(new String(object, StandardCharsets.ISO_8859_1))) {
      return Optional.empty();
    }
    UndeclaredText.Reading reading = UndeclaredText.read(object, encoding);
    return reading instanceof UndeclaredText.Reading.Refused refused
        ? Optional.of(new ObjectTypes.Refused(refused.why()))
        : known(ObjectType.TEXT);
  }

  private static boolean isText(String text) {
    long odd = text.chars().filter(TextKinds::isOdd).count();
    return text.indexOf('\0') < 0 && odd * ODD <= text.length();
  }

  private static boolean isOdd(int c) {
    return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0x7f;
  }

  private static Charset charset(byte[] object) {
    if (ObjectTypes.begins(object, "\u00ff\u00fe")) {
      return StandardCharsets.UTF_16LE;
    }
    if (ObjectTypes.begins(object, "\u00fe\u00ff")) {
      return StandardCharsets.UTF_16BE;
    }
    // The beginnings that are looked for are ASCII, whatever the rest is coded in.
    return ObjectTypes.begins(object, "\u00ef\u00bb\u00bf")
        ? StandardCharsets.UTF_8
        : StandardCharsets.ISO_8859_1;
  }

  private static Optional<ObjectTypes.Told> known(ObjectType type) {
    return Optional.of(new ObjectTypes.Known(type));
  }
}
