package io.touchstone.ingestion.item;

import io.touchstone.deidentification.OffsetMap;
import io.touchstone.deidentification.operator.Remembered;
import io.touchstone.project.Tie;
import java.util.Map;
import java.util.Optional;

/**
 * A de-identified text that becomes an item.
 *
 * @param id keyed hash of where it comes from
 * @param externalId the sender's id
 * @param text after de-identification
 * @param contentHash keyed hash of the raw text
 * @param offsets from the raw to the de-identified text
 * @param remembered for further replacements
 * @param ties keyed hashes of what its row is tied to
 */
public record NewItem(
    String id,
    Optional<String> externalId,
    String text,
    String contentHash,
    OffsetMap offsets,
    Remembered remembered,
    Map<Tie, String> ties) {

  /** An item that is tied to nothing. */
  public NewItem(
      String id,
      Optional<String> externalId,
      String text,
      String contentHash,
      OffsetMap offsets,
      Remembered remembered) {
    this(id, externalId, text, contentHash, offsets, remembered, Map.of());
  }

  /** The same as an item of its own. */
  public NewItem as(String otherId) {
    return new NewItem(otherId, externalId, text, contentHash, offsets, remembered, ties);
  }
}
