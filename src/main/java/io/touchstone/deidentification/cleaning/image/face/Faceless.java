package io.touchstone.deidentification.cleaning.image.face;

import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import io.touchstone.deidentification.cleaning.ObjectType;
import java.util.Optional;

/**
 * A picture after its faces were taken out.
 *
 * @param object coded anew; as it was if there is no face
 * @param type of the object
 * @param faces how many, each frame's and page's counted
 * @param doubts where a person should look
 * @param refused why it cannot be coded anew
 */
public record Faceless(
    byte[] object, ObjectType type, int faces, Doubts doubts, Optional<Quarantined> refused) {

  /** Without a face from the start. */
  public static Faceless untouched(byte[] object, ObjectType type, Doubts doubts) {
    return new Faceless(object, type, 0, doubts, Optional.empty());
  }

  /** Coded anew. */
  public static Faceless coded(byte[] object, ObjectType type, int faces, Doubts doubts) {
    return new Faceless(object, type, faces, doubts, Optional.empty());
  }

  /** With faces that have to stay. */
  public static Faceless refused(Quarantined why) {
    return new Faceless(new byte[0], ObjectType.PNG, 0, new Doubts(), Optional.of(why));
  }
}
