package io.touchstone.deidentification.cleaning;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of an object that was to be cleaned. */
public sealed interface Cleaning {

  /**
   * The object without what identifies people.
   *
   * @param object new content
   * @param type of the new content; an image may change its format
   * @param removed how often what was taken out: names such as "exif", "comment", "face",
   *     "attachment", never a value
   * @param doubtful how often a person should look: faces that the detector was unsure of
   * @param places where to look, the most doubtful of them; of pictures alone, and empty for what
   *     is embedded
   */
  record Cleaned(
      byte[] object,
      ObjectType type,
      Map<String, Integer> removed,
      int doubtful,
      List<DoubtfulPlace> places)
      implements Cleaning {

    public Cleaned {
      removed = Map.copyOf(new TreeMap<>(removed));
      places = List.copyOf(places);
    }

    /** Where nobody is told where to look. */
    public Cleaned(byte[] object, ObjectType type, Map<String, Integer> removed, int doubtful) {
      this(object, type, removed, doubtful, List.of());
    }
  }

  /**
   * The object is kept from everybody.
   *
   * @param sentence what is wrong and what to do; quotes nothing of the object
   */
  record Quarantined(Quarantine reason, String sentence) implements Cleaning {}
}
