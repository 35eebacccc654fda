package io.touchstone.ingestion.cleaning.image;

import io.touchstone.ingestion.cleaning.Cleaning.Quarantined;
import io.touchstone.ingestion.cleaning.ObjectType;
import java.util.Optional;

/**
 * A picture after its faces were taken out.
 *
 * @param object coded anew; as it was if there is no face
 * @param type of the object
 * @param faces how many, each frame's and page's counted
 * @param doubtful how many places a person should look at
 * @param refused why it cannot be coded anew
 */
record Faceless(
    byte[] object, ObjectType type, int faces, int doubtful, Optional<Quarantined> refused) {

  /** Without a face from the start. */
  static Faceless untouched(byte[] object, ObjectType type, int doubtful) {
    return new Faceless(object, type, 0, doubtful, Optional.empty());
  }

  /** Coded anew. */
  static Faceless coded(byte[] object, ObjectType type, int faces, int doubtful) {
    return new Faceless(object, type, faces, doubtful, Optional.empty());
  }

  /** With faces that have to stay. */
  static Faceless refused(Quarantined why) {
    return new Faceless(new byte[0], ObjectType.PNG, 0, 0, Optional.of(why));
  }
}
