package io.touchstone.ingestion.cleaning;

import io.touchstone.ingestion.cleaning.metadata.Stripped;
import io.touchstone.ingestion.cleaning.metadata.Stripper;
import io.touchstone.ingestion.cleaning.metadata.Strippers;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Recordings without tags, lists and names of studios. What is said in them is not changed: voices
 * and spoken names stay, and whoever sends recordings has to know that.
 */
public final class RecordingCleaner implements Cleaner {

  @Override
  public Set<ObjectType> types() {
    return Set.of(ObjectType.WAV, ObjectType.MP3);
  }

  @Override
  public Cleaning clean(byte[] object, ObjectType type, CleaningTools tools) throws IOException {
    Stripper stripper =
        Strippers.of(type)
            .filter(found -> types().contains(type))
            .orElseThrow(() -> new IllegalArgumentException(type + " is no recording."));
    Stripped stripped = stripper.strip(object);
    return new Cleaning.Cleaned(stripped.object(), type, stripped.removed(), 0);
  }

  @Override
  public List<String> readBack(byte[] cleaned, ObjectType type) {
    return PrintableStrings.in(cleaned);
  }
}
