package io.touchstone.deidentification.cleaning.markup;

import io.touchstone.deidentification.cleaning.Cleaner;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.Redacted;
import io.touchstone.deidentification.cleaning.UndeclaredText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text. It is redacted by paragraphs, because a name may be broken at the end of a line, and
 * written anew as UTF-8 without byte order mark and control characters.
 */
public final class TextCleaner implements Cleaner {

  /** Longest piece that is redacted at once, in characters; longer paragraphs are cut at a line. */
  private static final int LONGEST_PIECE = 16_384;

  /** Characters of a line that was broken because it was full. */
  private static final int LONG_LINE = 50;

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n]]|\uFEFF");

  @Override
  public Set<ObjectType> types() {
    return Set.of(ObjectType.TEXT);
  }

  @Override
  public Cleaning clean(byte[] object, ObjectType type, CleaningTools tools) {
    UndeclaredText.Reading reading = read(object, tools.encoding());
    if (reading instanceof UndeclaredText.Reading.Refused refused) {
      return refused.why();
    }
    Map<String, Integer> removed = new TreeMap<>();
    String cleaned = cleaned(((UndeclaredText.Reading.Text) reading).text(), tools, removed);
    return new Cleaning.Cleaned(
        cleaned.getBytes(StandardCharsets.UTF_8), ObjectType.TEXT, removed, 0);
  }

  /**
   * Redacts a text whose characters are known, such as the body of a mail.
   *
   * @param removed counts what goes, added to
   * @return the text with line feeds at the ends of lines
   */
  public static String cleaned(String text, CleaningTools tools, Map<String, Integer> removed) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    Matcher control = CONTROL.matcher(lines);
    int controls = (int) control.results().count();
    if (controls > 0) {
      removed.merge("control-character", controls, Integer::sum);
    }
    StringBuilder cleaned = new StringBuilder();
    for (String piece : pieces(controls == 0 ? lines : control.replaceAll(""))) {
      String words = piece.stripTrailing();
      if (!words.isEmpty()) {
        redact(words, tools, cleaned);
      }
      cleaned.append(piece, words.length(), piece.length());
    }
    return cleaned.toString();
  }

  /** Where a program broke the lines, a name may go on in the next one. */
  private static void redact(String words, CleaningTools tools, StringBuilder cleaned) {
    int at = 0;
    for (Redacted.Replacement replacement : tools.shown(unwrapped(words)).replacements()) {
      cleaned.append(words, at, replacement.start()).append(replacement.by());
      at = replacement.end();
    }
    cleaned.append(words, at, words.length());
  }

  /** The text, as long as before, with a space where a long line goes on in the next one. */
  private static String unwrapped(String words) {
    StringBuilder text = new StringBuilder(words);
    int start = 0;
    for (int end = words.indexOf('\n'); end >= 0; end = words.indexOf('\n', start)) {
      if (end - start >= LONG_LINE && Character.isLetterOrDigit(words.charAt(end + 1))) {
        text.setCharAt(end, ' ');
      }
      start = end + 1;
    }
    return text.toString();
  }

  /** What is written is nothing but text: it is decoded again and handed over whole. */
  @Override
  public List<String> readBack(byte[] cleaned, ObjectType type) throws CharacterCodingException {
    return List.of(strictly(StandardCharsets.UTF_8, cleaned, 0));
  }

  private static UndeclaredText.Reading read(byte[] object, Optional<Charset> encoding) {
    boolean big = object.length >= 2 && object[0] == (byte) 0xFE && object[1] == (byte) 0xFF;
    boolean little = object.length >= 2 && object[0] == (byte) 0xFF && object[1] == (byte) 0xFE;
    if (!big && !little) {
      return UndeclaredText.read(object, encoding);
    }
    try {
      Charset wide = big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
      return new UndeclaredText.Reading.Text(strictly(wide, object, 2));
    } catch (CharacterCodingException e) {
      return new UndeclaredText.Reading.Refused(
          new Cleaning.Quarantined(
              Quarantine.UNREADABLE,
              "it begins like UTF-16 and is not. Save it as UTF-8 and send it again."));
    }
  }

  private static String strictly(Charset charset, byte[] object, int from)
      throws CharacterCodingException {
    return charset
        .newDecoder()
        .decode(ByteBuffer.wrap(object, from, object.length - from))
        .toString();
  }

  /** Paragraphs and the blank lines between them; together they are the whole text. */
  static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    boolean blank = true;
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() : end + 1;
      boolean blankLine = text.substring(at, next).isBlank();
      if (at > start && (blankLine != blank || next - start > LONGEST_PIECE)) {
        pieces.add(text.substring(start, at));
        start = at;
      }
      blank = blankLine;
      at = next;
    }
    if (start < text.length()) {
      pieces.add(text.substring(start));
    }
    return pieces;
  }
}
