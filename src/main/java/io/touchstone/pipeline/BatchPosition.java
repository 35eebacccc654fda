package io.touchstone.pipeline;

import io.touchstone.platform.web.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** A place in a list of batches that is read newest first, page by page. */
public record BatchPosition(Instant createdAt, String batchId) {

  /** As it travels in an address. */
  public String cursor() {
    return createdAt + "~" + batchId;
  }

  /**
   * The place that a cursor stands for.
   *
   * @throws Refusal 422 if no page gave it out
   */
  public static BatchPosition of(String cursor) {
    int cut = cursor.indexOf('~');
    try {
      return new BatchPosition(Instant.parse(cursor.substring(0, cut)), cursor.substring(cut + 1));
    } catch (DateTimeParseException | IndexOutOfBoundsException e) {
      throw new Refusal(
          422, "unreadable-cursor", "Take the cursor from \"next\" of the page before.");
    }
  }
}
