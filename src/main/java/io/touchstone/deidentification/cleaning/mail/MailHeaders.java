package io.touchstone.deidentification.cleaning.mail;

import io.touchstone.deidentification.cleaning.CleaningTools;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.stream.Field;

/** Headers that a reader sees, each once, without names and addresses. */
final class MailHeaders {

  /** What stands in the place of an address, so that mail programs can read the header. */
  static final Pattern MADE_UP = Pattern.compile("<correspondent-\\d{1,6}@example\\.invalid>");

  private static final Set<String> CORRESPONDENTS = Set.of("from", "to", "cc");

  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s<>,;:\"()\\[\\]@]{1,256}+@[^\\s<>,;:\"()@]{1,256}");

  /** A name may stand behind the address. */
  private static final Pattern COMMENT = Pattern.compile("\\s*>?\\s*\\([^()]{0,500}\\)");

  /** What a decoder did not understand, but another one may. */
  private static final Pattern ENCODED_WORD = Pattern.compile("=\\?[^?\\s]{1,60}\\?[^\\s]*\\?=");

  private static final Pattern DATE =
      Pattern.compile(
          "(?:[A-Za-z]{3}, )?\\d{1,2} [A-Za-z]{3} \\d{4} \\d\\d:\\d\\d(?::\\d\\d)?"
              + " (?:[+-]\\d{4}|GMT|UTC?)");

  private final CleaningTools tools;
  private final Map<String, Integer> removed;

  /** The same address has the same number within a mail. */
  private final Map<String, Integer> numbers = new HashMap<>();

  MailHeaders(CleaningTools tools, Map<String, Integer> removed) {
    this.tools = tools;
    this.removed = removed;
  }

  /** Header lines, encoded, in the order of the mail. */
  List<String> cleaned(Message message) {
    Map<String, String> lines = new java.util.LinkedHashMap<>();
    for (Field field : message.getHeader().getFields()) {
      String name = field.getName().toLowerCase(Locale.ROOT);
      String line = lines.containsKey(name) ? "" : line(name, value(field, tools.encoding()));
      if (line.isEmpty()) {
        dropped(name);
      } else {
        lines.put(name, line);
      }
    }
    return new ArrayList<>(lines.values());
  }

  private void dropped(String name) {
    if (!name.startsWith("content-") && !name.equals("mime-version")) {
      removed.merge("header", 1, Integer::sum);
    }
  }

  private String line(String name, String value) {
    if (CORRESPONDENTS.contains(name)) {
      String list = correspondents(value);
      String title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      return list.isEmpty() ? "" : title + ": " + list;
    }
    if (name.equals("subject")) {
      String subject = value.isBlank() ? "" : tools.shown(value).text();
      return "Subject: "
          + EncoderUtil.encodeIfNecessary(plain(subject), EncoderUtil.Usage.TEXT_TOKEN, 9);
    }
    if (name.equals("date")) {
      return date(value);
    }
    return "";
  }

  /** A date that is none may be anything. */
  private String date(String value) {
    Matcher date = DATE.matcher(value);
    if (!date.lookingAt()) {
      return "";
    }
    String redacted = tools.aside(date.group()).text();
    return "Date: " + EncoderUtil.encodeIfNecessary(redacted, EncoderUtil.Usage.TEXT_TOKEN, 6);
  }

  private String correspondents(String value) {
    List<String> list = new ArrayList<>();
    Matcher address = ADDRESS.matcher(value);
    Matcher comment = COMMENT.matcher(value);
    int at = 0;
    while (address.find()) {
      String name = words(value.substring(at, address.start()));
      at = address.end();
      if (comment.region(at, value.length()).lookingAt()) {
        name = (name + " " + words(comment.group())).strip();
        at = comment.end();
      }
      int number =
          numbers.computeIfAbsent(
              address.group().toLowerCase(Locale.ROOT), a -> numbers.size() + 1);
      String shown = (known(name) + " " + known(ofSomebody(address.group()))).strip();
      String place = "<correspondent-" + number + "@example.invalid>";
      list.add(shown.isEmpty() ? place : displayed(shown) + " " + place);
    }
    return String.join(",\r\n ", list);
  }

  private static String words(String text) {
    return text.replaceAll("[<>\",;:()]+", " ").strip();
  }

  private static String displayed(String name) {
    return EncoderUtil.encodeAddressDisplayName(plain(name));
  }

  /** No address can be below ".invalid" (RFC 2606): it is one of those written here. */
  private static String ofSomebody(String address) {
    return address.toLowerCase(Locale.ROOT).endsWith(".invalid") ? "" : address;
  }

  /** What the tools put in the place of a name or an address; nothing if they do not know it. */
  private String known(String text) {
    return text.isBlank() ? "" : tools.replacedIn(text);
  }

  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  /**
   * A header's characters, decoded, on one line.
   *
   * @param encoding what a header is written in that is neither encoded nor UTF-8
   */
  static String value(Field field, Optional<Charset> encoding) {
    String text =
        field.getRaw() == null
            ? field.getBody()
            : MailReader.text(field.getRaw().toByteArray(), encoding);
    int colon = field.getRaw() == null ? -1 : text.indexOf(':');
    String unfolded = text.substring(colon + 1).replaceAll("[\\r\\n]+[ \\t]*", " ").strip();
    String decoded;
    try {
      decoded = DecoderUtil.decodeEncodedWords(unfolded, DecodeMonitor.SILENT);
    } catch (IllegalArgumentException e) {
      decoded = unfolded;
    }
    return ENCODED_WORD.matcher(decoded).replaceAll("");
  }
}
