package io.touchstone.ingestion.cleaning;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Tells an object's kind by its content. */
public final class ObjectTypes {

  private ObjectTypes() {}

  /** What an object was told to be. */
  public sealed interface Told {}

  /** A kind that can be cleaned. */
  public record Known(ObjectType type) implements Told {}

  /** A ZIP that is no document. */
  public record Archive() implements Told {}

  /** No kind that can be cleaned. */
  public record Refused(Cleaning.Quarantined why) implements Told {}

  /** The kind of an object. */
  public static Told of(byte[] object) {
    if (object.length > 3 && object[0] == 'P' && object[1] == 'K') {
      return new Archive();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(object)).toString();
      return new Known(
          text.regionMatches(true, 0, "<html", 0, 5) ? ObjectType.HTML : ObjectType.TEXT);
    } catch (CharacterCodingException e) {
      return new Refused(new Cleaning.Quarantined(Quarantine.UNKNOWN_TYPE, "unknown."));
    }
  }
}
