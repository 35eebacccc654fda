package io.touchstone.ingestion.review;

import io.touchstone.deidentification.CodePoints;
import io.touchstone.deidentification.MissedSpan;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.deidentification.cleaning.DoubtfulPlace;
import io.touchstone.deidentification.cleaning.image.AreaCover;
import io.touchstone.deidentification.recogniser.EntityType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A text on the sheet of a review, with what is decided of it so far.
 *
 * @param id within the review
 * @param itemId the item that is shown, or of which a copy is
 * @param text as it is shown
 * @param offsets with the masks that are shown
 * @param spans what was marked as missed, in places of the text that is shown
 * @param plant present exactly for a copy with an invented leak
 * @param decidedBy who decided last
 * @param media type of the picture, recording or document that the item is
 * @param areas what was marked as missed in a picture
 * @param doubtful where a picture should be looked at, until a round in which it was is submitted
 */
public record SheetRow(
    String id,
    String itemId,
    Kind kind,
    String text,
    OffsetMap offsets,
    String decision,
    List<MissedSpan> spans,
    Optional<PlantedLeak.Copy> plant,
    Optional<String> decidedBy,
    Optional<String> media,
    List<AreaCover.Area> areas,
    List<DoubtfulPlace> doubtful) {

  /** Why a text is on the sheet. */
  enum Kind {
    /** Drawn at random: from these alone the whole batch is judged. */
    RANDOM,
    /** It looks likelier than others to leak. */
    RISK,
    /** A copy with an invented leak, which measures the reviewer. */
    PLANTED;

    /** As rows of the database have it. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }
  }

  /** What was marked beside an invented leak, in places of the item's own text. */
  public List<MissedSpan> leaks() {
    return plant
        .map(copy -> spans.stream().filter(s -> !copy.isTouchedBy(s)).map(copy::inItem).toList())
        .orElse(spans);
  }

  /** Whether anything beside an invented leak was marked. */
  boolean isLeaking() {
    return !areas.isEmpty() || !leaks().isEmpty();
  }

  /** A missed string, to be searched elsewhere; held in memory only. */
  public record Missed(String text, EntityType type) {}

  /** What was marked beside an invented leak. */
  public List<Missed> strings() {
    return spans.stream()
        .filter(span -> plant.filter(copy -> copy.isTouchedBy(span)).isEmpty())
        .map(span -> new Missed(CodePoints.part(text, span.start(), span.end()), span.type()))
        .toList();
  }

  /** Whether the invented leak was marked. */
  boolean isPlantSeen() {
    return plant.filter(copy -> spans.stream().anyMatch(copy::isTouchedBy)).isPresent();
  }
}
