package io.touchstone.inspection;

import io.touchstone.platform.web.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Which batches are listed.
 *
 * @param text part of the batch id
 * @param before the last entry of the page before
 */
record BatchFilter(
    Optional<String> text,
    Optional<String> project,
    Optional<String> state,
    Optional<Position> before) {

  /** A place in the list, newest first. */
  record Position(Instant createdAt, String batchId) {

    /** As it travels in an address. */
    String cursor() {
      return createdAt + "~" + batchId;
    }

    static Position of(String cursor) {
      int cut = cursor.indexOf('~');
      try {
        return new Position(Instant.parse(cursor.substring(0, cut)), cursor.substring(cut + 1));
      } catch (DateTimeParseException | IndexOutOfBoundsException e) {
        throw new Refusal(
            422, "unreadable-cursor", "Take the cursor from \"next\" of the page before.");
      }
    }
  }
}
