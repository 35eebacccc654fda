package io.touchstone.inspection;

import io.touchstone.platform.web.Refusal;
import java.util.Optional;

/** Which rows of a batch are listed. */
record ItemFilter(
    String batchId,
    Optional<String> text,
    Optional<String> status,
    Optional<String> method,
    Optional<String> label,
    Optional<Position> after) {

  /** A place in the list: source object, then row. */
  record Position(int source, long row) {

    String cursor() {
      return source + "~" + row;
    }

    static Position of(String cursor) {
      int cut = cursor.indexOf('~');
      try {
        return new Position(
            Integer.parseInt(cursor.substring(0, cut)), Long.parseLong(cursor.substring(cut + 1)));
      } catch (NumberFormatException | IndexOutOfBoundsException e) {
        throw new Refusal(
            422, "unreadable-cursor", "Take the cursor from \"next\" of the page before.");
      }
    }
  }
}
