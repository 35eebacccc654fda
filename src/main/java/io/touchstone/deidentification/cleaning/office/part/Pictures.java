package io.touchstone.deidentification.cleaning.office.part;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.office.container.ZipContainer;
import java.io.IOException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pictures of a document, cleaned as pictures are; a grey dot stands for what cannot be. */
public final class Pictures {

  /** A PNG of one grey pixel. */
  private static final byte[] DOT =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGM4AQAAygDJmcpdfgAAAABJ"
                  + "RU5ErkJggg==");

  private static final Set<ObjectType> KINDS =
      EnumSet.of(ObjectType.JPEG, ObjectType.PNG, ObjectType.GIF, ObjectType.TIFF);

  private final ZipContainer archive;
  private final Cleanup cleanup;
  private final Store store;
  private final Map<String, Optional<String>> names = new HashMap<>();

  /** Where cleaned pictures go. */
  public interface Store {
    /** Name of the new part. */
    String put(Picture picture) throws IOException;
  }

  /** A picture that stays. */
  public record Picture(byte[] bytes, ObjectType type) {}

  public Pictures(ZipContainer archive, Cleanup cleanup, Store store) {
    this.archive = archive;
    this.cleanup = cleanup;
    this.store = store;
  }

  /** The name of the cleaned picture of a part; empty if there is no such part. */
  public Optional<String> of(String part) throws IOException {
    Optional<String> known = names.get(part);
    if (known == null) {
      Optional<byte[]> bytes = archive.bytes(part);
      known = bytes.isEmpty() ? Optional.empty() : Optional.of(store.put(clean(bytes.get())));
      names.put(part, known);
    }
    return known;
  }

  private Picture clean(byte[] picture) {
    Cleaning cleaning = cleanup.tools().nested(picture);
    if (cleaning instanceof Cleaned done && KINDS.contains(done.type())) {
      cleanup.removed(done.removed());
      cleanup.doubtful(done.doubtful());
      return new Picture(done.object(), done.type());
    }
    cleanup.removed("picture");
    return new Picture(DOT, ObjectType.PNG);
  }
}
