package io.touchstone.ingestion.row;

import io.touchstone.deidentification.cleaning.UndeclaredText;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The rules that texts and ids of every format obey. */
public final class RowText {

  /**
   * Longest text of a row, in bytes of UTF-8. More in one field of a table is mostly a quote that
   * was never closed; what is longer on purpose is a document.
   */
  static final int MAXIMUM_BYTES = 64 * 1024;

  /** Longest text of an object, in bytes of UTF-8: some 400 pages. */
  static final int MAXIMUM_BYTES_OF_OBJECT = 1 << 20;

  /** Longest id of the sender, in characters. */
  static final int MAXIMUM_ID_LENGTH = 200;

  private RowText() {}

  /**
   * The row as characters, if it is strict UTF-8 (no overlong forms, no surrogates), or else what
   * the project says.
   */
  public static Optional<String> decode(byte[] row, Optional<Charset> encoding) {
    return strictly(row, StandardCharsets.UTF_8)
        .or(() -> encoding.flatMap(other -> strictly(row, other)));
  }

  private static Optional<String> strictly(byte[] row, Charset charset) {
    CharBuffer text = CharBuffer.allocate(row.length);
    return UndeclaredText.firstFault(row, charset, text) < 0
        ? Optional.of(text.flip().toString())
        : Optional.empty();
  }

  /** Why a row that cannot be decoded is refused. */
  static RowOutcome.Bad undecodable(long line, byte[] row, Optional<Charset> encoding) {
    return encoding
        .map(
            other ->
                RowOutcome.Bad.at(
                    line,
                    Reason.UNDEFINED_BYTE,
                    ("the byte at offset %d of the row stands for no character in %s, which the"
                            + " project's description names under delivery, encoding. Save the"
                            + " file as UTF-8 and send it again.")
                        .formatted(
                            UndeclaredText.firstFault(row, other, CharBuffer.allocate(row.length)),
                            other.name())))
        .orElseGet(
            () ->
                RowOutcome.Bad.at(
                    line,
                    Reason.INVALID_UTF8,
                    "the row is not UTF-8. Save the file as UTF-8, or name the encoding in the"
                        + " project's description (project.yaml: delivery, encoding), and send it"
                        + " again."));
  }

  /** The row as read, or why its id or text cannot be taken. */
  public static RowOutcome check(long line, Optional<String> externalId, String text) {
    return fault(line, "text", text)
        .or(() -> externalId.flatMap(id -> fault(line, "id", id)))
        .or(() -> externalId.flatMap(id -> idFault(line, id)))
        .or(() -> lengthFault(line, text))
        .<RowOutcome>map(bad -> bad)
        .orElseGet(() -> new RowOutcome.Read(externalId, text));
  }

  /** As {@link #check(long, Optional, String)}, with the fields that stand beside the text. */
  public static RowOutcome check(
      long line, Optional<String> externalId, String text, RowFields fields) {
    RowOutcome outcome = check(line, externalId, text);
    if (!(outcome instanceof RowOutcome.Read) || fields == RowFields.NONE) {
      return outcome;
    }
    String all = fields.with(text);
    return fault(line, "fields beside the text", all)
        .or(() -> fault(line, "fields beside the text", String.join(" ", fields.ties().values())))
        .or(() -> lengthFault(line, all))
        .<RowOutcome>map(bad -> bad)
        .orElseGet(() -> new RowOutcome.Read(externalId, text, Optional.empty(), fields));
  }

  /**
   * Why the text of an object cannot be taken.
   *
   * @param alone whether the object is nothing but this text
   */
  public static Optional<RowOutcome.Bad> objectFault(long number, String text, boolean alone) {
    if (text.isEmpty() && !alone) {
      return Optional.empty();
    }
    return lengthFault(text, MAXIMUM_BYTES_OF_OBJECT)
        .map(
            reason ->
                RowOutcome.Bad.ofObject(
                    number,
                    reason,
                    reason == Reason.EMPTY_TEXT
                        ? "the text is empty. Leave the file out."
                        : "the text is longer than 1 MiB. Cut it into several files."));
  }

  /** A text with U+FFFD in the place of each character that no text may hold. */
  public static String storable(String text) {
    if (text.indexOf('\0') < 0 && !hasLoneSurrogate(text)) {
      return text;
    }
    StringBuilder storable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c ->
                storable.appendCodePoint(
                    c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                        ? 0xFFFD
                        : c));
    return storable.toString();
  }

  private static Optional<RowOutcome.Bad> fault(long line, String field, String value) {
    if (value.indexOf('\0') >= 0) {
      return bad(
          line,
          Reason.NUL_CHARACTER,
          "the " + field + " contains a NUL character. Remove it and send the row again.");
    }
    if (hasLoneSurrogate(value)) {
      return bad(
          line,
          Reason.LONE_SURROGATE,
          "the "
              + field
              + " contains half of a surrogate pair, so it was cut inside a character. Export it"
              + " again from its source.");
    }
    return Optional.empty();
  }

  private static Optional<RowOutcome.Bad> idFault(long line, String id) {
    if (id.isBlank()) {
      return bad(
          line, Reason.INVALID_ID, "the id is empty. Give the row an id or leave the field out.");
    }
    if (id.length() > MAXIMUM_ID_LENGTH || id.chars().anyMatch(Character::isISOControl)) {
      return bad(
          line,
          Reason.INVALID_ID,
          "the id is longer than "
              + MAXIMUM_ID_LENGTH
              + " characters or contains a control character. Give the row a shorter, plain id.");
    }
    return Optional.empty();
  }

  private static Optional<RowOutcome.Bad> lengthFault(long line, String text) {
    return lengthFault(text, MAXIMUM_BYTES)
        .map(
            reason ->
                RowOutcome.Bad.at(
                    line,
                    reason,
                    reason == Reason.EMPTY_TEXT
                        ? "the text is empty. Give the row a text or remove it."
                        : "the text is longer than 64 KiB. Send it as a file of its own, which may"
                            + " hold 1 MiB, or remove the row."));
  }

  private static Optional<Reason> lengthFault(String text, int most) {
    if (text.codePoints().allMatch(RowText::isInvisible)) {
      return Optional.of(Reason.EMPTY_TEXT);
    }
    return text.getBytes(StandardCharsets.UTF_8).length > most
        ? Optional.of(Reason.TEXT_TOO_LONG)
        : Optional.empty();
  }

  private static Optional<RowOutcome.Bad> bad(long line, Reason reason, String rest) {
    return Optional.of(RowOutcome.Bad.at(line, reason, rest));
  }

  private static boolean isInvisible(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.FORMAT;
  }

  private static boolean hasLoneSurrogate(String value) {
    return value
        .codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
