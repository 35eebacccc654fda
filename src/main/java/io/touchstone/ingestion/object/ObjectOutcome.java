package io.touchstone.ingestion.object;

import io.touchstone.deidentification.FoundStrings;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import io.touchstone.deidentification.cleaning.DoubtfulPlace;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.WordLoss;
import io.touchstone.deidentification.operator.Remembered;
import io.touchstone.ingestion.row.RowOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of one object that was delivered as a file or as a member of an archive. */
public sealed interface ObjectOutcome {

  /**
   * It became an item.
   *
   * @param text what a reader sees, redacted; empty for pictures and recordings
   * @param offsets from the raw to the redacted text
   * @param findings number of masks per kind, in the text and elsewhere in the object
   * @param found what is to be searched in the whole batch, by keyed hash
   * @param remembered for further replacements
   * @param object the cleaned object; nothing where it is plain text
   * @param asides what it holds beside the text, to be searched
   * @param places of a picture that a person should look at
   */
  record Usable(
      String text,
      OffsetMap offsets,
      Map<String, Integer> findings,
      Map<Long, FoundStrings.Sought> found,
      Remembered remembered,
      Optional<byte[]> object,
      String asides,
      List<DoubtfulPlace> places,
      Details details)
      implements ObjectOutcome {}

  /** It is kept from everybody. */
  record Kept(Quarantined why, Details details) implements ObjectOutcome {}

  /** Its text cannot be taken. */
  record Refused(RowOutcome.Bad bad, Details details) implements ObjectOutcome {}

  /**
   * What the manifest says of an object.
   *
   * @param type as its content tells; after cleaning, where it was cleaned
   * @param removed how often what was taken out
   * @param doubtful how often a person should look
   * @param unreadPictures pictures in it whose text nobody looked at, itself counted
   * @param loss words that a reader of it saw, and how many of them are gone
   * @param parts embedded objects and attachments, in the order of the object
   */
  record Details(
      Optional<ObjectType> type,
      Map<String, Integer> removed,
      int doubtful,
      int unreadPictures,
      WordLoss loss,
      List<Part> parts) {

    public static final Details UNKNOWN =
        new Details(Optional.empty(), Map.of(), 0, 0, WordLoss.NONE, List.of());
  }

  /**
   * An object inside of another.
   *
   * @param depth 1 for what lies in the delivered object itself
   * @param type media type as its content tells
   * @param reason why it was taken out, where it was
   */
  record Part(int depth, Optional<String> type, Optional<String> reason) {}

  /** What is kept of a file without content. */
  Quarantined EMPTY = new Quarantined(Quarantine.UNREADABLE, "the file is empty. Leave it out.");

  /** What to say of an object above the limit. */
  static String tooLarge(int mostBytes) {
    return "the object is larger than %d MiB. Send it in smaller parts.".formatted(mostBytes >> 20);
  }
}
