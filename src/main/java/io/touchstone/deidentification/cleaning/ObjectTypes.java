package io.touchstone.deidentification.cleaning;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tells an object's kind by its content, never by a name. What the first bytes say counts, so that
 * an object which is two kinds at once is cleaned as the one that viewers take it for. Bounded in
 * time and memory by the object's size.
 */
public final class ObjectTypes {

  /** The kinds that their first bytes tell. */
  private static final Object[][] FIRST_BYTES = {
    {ObjectType.JPEG, "\u00ff\u00d8\u00ff"},
    {ObjectType.PNG, "\u0089PNG\r\n\u001a\n"},
    {ObjectType.GIF, "GIF87a"},
    {ObjectType.GIF, "GIF89a"},
    {ObjectType.TIFF, "II*\0"},
    {ObjectType.TIFF, "MM\0*"},
    {ObjectType.PDF, "%PDF-"},
    {ObjectType.MP3, "ID3"},
    {ObjectType.MP3, "APETAGEX"},
  };

  private ObjectTypes() {}

  /** What an object was told to be. */
  public sealed interface Told {}

  /** A kind that can be cleaned. */
  public record Known(ObjectType type) implements Told {}

  /** A ZIP that is no document. */
  public record Archive() implements Told {}

  /** No kind that can be cleaned. */
  public record Refused(Cleaning.Quarantined why) implements Told {}

  /** The kind of an object; a text is UTF-8 or says what it is. */
  public static Told of(byte[] object) {
    return of(object, Optional.empty());
  }

  /**
   * The kind of an object.
   *
   * @param encoding what texts are written in that do not say it and are not UTF-8
   */
  public static Told of(byte[] object, Optional<Charset> encoding) {
    Optional<ObjectType> type = byFirstBytes(object);
    if (type.isPresent()) {
      return new Known(type.get());
    }
    if (begins(object, "RIFX") || begins(object, "RF64")) {
      return unsupported("recordings as RIFX or RF64");
    }
    if (begins(object, "PK\u0003\u0004") || begins(object, "PK\u0005\u0006")) {
      return ZipKinds.of(object);
    }
    if (begins(object, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
      return OleKinds.of(object);
    }
    return TextKinds.of(object)
        .or(() -> isSound(object) ? Optional.of(new Known(ObjectType.MP3)) : Optional.empty())
        .orElseGet(() -> other(object, encoding));
  }

  private static Told other(byte[] object, Optional<Charset> encoding) {
    Told other = OtherKinds.of(object);
    boolean nothingKnown =
        other instanceof Refused refused && refused.why().reason() == Quarantine.UNKNOWN_TYPE;
    return nothingKnown ? TextKinds.undeclared(object, encoding).orElse(other) : other;
  }

  private static Optional<ObjectType> byFirstBytes(byte[] object) {
    for (Object[] kind : FIRST_BYTES) {
      if (begins(object, (String) kind[1])) {
        return Optional.of((ObjectType) kind[0]);
      }
    }
    if (begins(object, "RIFF") && object.length > 12) {
      String form = new String(object, 8, 4, StandardCharsets.ISO_8859_1);
      return switch (form) {
        case "WEBP" -> Optional.of(ObjectType.WEBP);
        case "WAVE" -> Optional.of(ObjectType.WAV);
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  /** Whether it begins with a frame of MPEG sound, layer 2 or 3, of a rate that exists. */
  private static boolean isSound(byte[] object) {
    if (object.length < 4 || object[0] != -1 || (object[1] & 0xe0) != 0xe0) {
      return false;
    }
    int version = object[1] >> 3 & 3;
    int layer = object[1] >> 1 & 3;
    int bits = object[2] >> 4 & 15;
    int rate = object[2] >> 2 & 3;
    return version != 1 && (layer == 1 || layer == 2) && bits != 0 && bits != 15 && rate != 3;
  }

  /** Whether the bytes begin with these, one character of Latin-1 each. */
  static boolean begins(byte[] object, String first) {
    byte[] with = first.getBytes(StandardCharsets.ISO_8859_1);
    return object.length >= with.length
        && Arrays.equals(object, 0, with.length, with, 0, with.length);
  }

  static Told refused(Quarantine reason, String sentence) {
    return new Refused(new Cleaning.Quarantined(reason, sentence));
  }

  /**
   * A kind without a cleaner.
   *
   * @param what as in "there is no cleaner for ..."
   */
  static Told unsupported(String what) {
    return refused(
        Quarantine.UNSUPPORTED_TYPE,
        "there is no cleaner for %s. Convert it and send it again.".formatted(what));
  }

  static Told encrypted() {
    return refused(Quarantine.ENCRYPTED, "it is encrypted. Send it again without a password.");
  }
}
