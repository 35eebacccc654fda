package io.touchstone.ingestion.preview;

import io.touchstone.deidentification.OffsetMap;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.ingestion.object.ObjectOutcome;
import io.touchstone.ingestion.object.ObjectOutcome.Details;
import io.touchstone.ingestion.object.ObjectOutcome.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a delivered object would become, as people are told before anything is delivered.
 *
 * @param status "ok", "quarantined" or "rejected", as the manifest would say
 * @param reason code of the manifest, where it would not become an item
 * @param sentence the same for people
 * @param type media type as the content tells, where it was cleaned
 * @param text as an annotator would see it; empty for pictures and recordings
 * @param offsets raw start, raw end, start and end in the text of each mask, in code points
 * @param findings number of masks per kind, in the text and elsewhere in the object
 * @param removed how often what was taken out beside text, as the manifest would list it
 * @param doubtful places where a person should look
 * @param unreadPictures pictures whose text nobody looked at
 * @param words that a reader of it saw; 0 where nobody counted
 * @param lostWords those that cleaning lost
 * @param parts embedded objects and attachments, in the order of the object
 * @param picture the cleaned object, where a browser shows it and it is at most 8 MiB
 */
record TriedObject(
    String status,
    Optional<String> reason,
    Optional<String> sentence,
    Optional<String> type,
    String text,
    OffsetMap offsets,
    Map<String, Integer> findings,
    Map<String, Integer> removed,
    int doubtful,
    int unreadPictures,
    int words,
    int lostWords,
    List<Part> parts,
    Optional<byte[]> picture) {

  private static final int MOST_SHOWN = 8 << 20;

  static TriedObject of(ObjectOutcome outcome) {
    if (outcome instanceof ObjectOutcome.Usable usable) {
      return of("ok", Optional.empty(), outcome, usable.details(), Optional.of(usable));
    }
    if (outcome instanceof ObjectOutcome.Refused refused) {
      Optional<String> reason = Optional.of(refused.bad().reason().name());
      return of("rejected", reason, outcome, refused.details(), Optional.empty());
    }
    ObjectOutcome.Kept kept = (ObjectOutcome.Kept) outcome;
    Optional<String> reason = Optional.of(kept.why().reason().name());
    return of("quarantined", reason, outcome, kept.details(), Optional.empty());
  }

  private static TriedObject of(
      String status,
      Optional<String> reason,
      ObjectOutcome outcome,
      Details details,
      Optional<ObjectOutcome.Usable> usable) {
    return new TriedObject(
        status,
        reason,
        ObjectTrial.sentence(outcome),
        details.type().map(ObjectType::mediaType),
        usable.map(ObjectOutcome.Usable::text).orElse(""),
        usable.map(ObjectOutcome.Usable::offsets).orElse(new OffsetMap(List.of())),
        usable.map(ObjectOutcome.Usable::findings).orElse(Map.of()),
        details.removed(),
        details.doubtful(),
        details.unreadPictures(),
        details.loss().seen(),
        details.loss().lost(),
        details.parts(),
        usable
            .filter(item -> details.type().filter(ObjectType::isImage).isPresent())
            .flatMap(ObjectOutcome.Usable::object)
            .filter(picture -> picture.length <= MOST_SHOWN));
  }
}
