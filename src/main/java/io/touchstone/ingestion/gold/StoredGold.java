package io.touchstone.ingestion.gold;

import io.touchstone.answer.Answer;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.ingestion.item.NewItem;

/**
 * What is stored of one gold item, to be compared with what a file says.
 *
 * @param text after de-identification
 * @param contentHash keyed hash of the raw text
 * @param offsets from the raw to the de-identified text
 * @param answer on the de-identified text
 */
record StoredGold(
    String text,
    String contentHash,
    OffsetMap offsets,
    Answer answer,
    int labelSchemaVersion,
    boolean inUse) {

  /** As it will be stored. */
  static StoredGold of(NewItem item, Answer answer, int labelSchemaVersion) {
    return new StoredGold(
        item.text(), item.contentHash(), item.offsets(), answer, labelSchemaVersion, true);
  }
}
