package io.touchstone.deidentification.cleaning.metadata;

import io.touchstone.deidentification.cleaning.Cleaner;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.PrintableStrings;
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
