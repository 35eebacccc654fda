package io.touchstone.inspection.items;

import io.touchstone.platform.web.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * Which rows of a batch are listed. What is empty does not narrow.
 *
 * @param row an item id or its beginning, or a row number
 * @param text part of the de-identified text, in any case; an item id or a row number too
 * @param status of the row: ok, rejected, duplicate or quarantined
 * @param settled whether the item has a verdict
 * @param method majority or adjudication
 * @param label stable id that the verdict names
 * @param said labels that people said of the item: one, two that met on it, or one twice when two
 *     people said it
 * @param rule a kind of mask that de-identification put, or the code of a routing rule
 * @param pass of routing in which the rule fired, from 1
 * @param person user id of somebody who judged it in the batch
 * @param sample items that a reviewer looked at blind: "drawn", or "wrong" where the reviewer said
 *     otherwise than had been accepted
 * @param after where the page before ended
 */
public record ItemFilter(
    String batchId,
    Optional<String> row,
    Optional<String> text,
    Optional<String> status,
    Optional<Boolean> settled,
    Optional<String> method,
    Optional<String> label,
    List<String> said,
    Optional<String> rule,
    Optional<Integer> pass,
    Optional<String> person,
    Optional<String> sample,
    Optional<Position> after) {

  public ItemFilter {
    said = List.copyOf(said);
  }

  /** As auditors ask: by the row and its verdict. */
  public static ItemFilter ofRows(
      String batchId,
      Optional<String> row,
      Optional<String> status,
      Optional<String> method,
      Optional<String> label,
      Optional<Position> after) {
    return new ItemFilter(
        batchId,
        row,
        Optional.empty(),
        status,
        Optional.empty(),
        method,
        label,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        after);
  }

  /** Every row behind a place. */
  static ItemFilter at(String batchId, Position place) {
    return ofRows(
        batchId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(place));
  }

  /** The same from another place on. */
  ItemFilter from(Position place) {
    return new ItemFilter(
        batchId,
        row,
        text,
        status,
        settled,
        method,
        label,
        said,
        rule,
        pass,
        person,
        sample,
        Optional.of(place));
  }

  /** The same of another person, by user id. */
  ItemFilter of(String personId) {
    return new ItemFilter(
        batchId,
        row,
        text,
        status,
        settled,
        method,
        label,
        said,
        rule,
        pass,
        Optional.of(personId),
        sample,
        after);
  }

  /** A place in the list: source object, then row. */
  public record Position(int source, long row) {

    static final Position START = new Position(0, 0);

    public String cursor() {
      return source + "~" + row;
    }

    /** Refuses with 422 what is no cursor. */
    public static Position of(String cursor) {
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
