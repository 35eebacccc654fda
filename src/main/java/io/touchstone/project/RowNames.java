package io.touchstone.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a project's deliveries call the columns (or fields of JSON) that have a part in each row.
 *
 * @param text the column that is labelled
 * @param id the sender's own number of a row; may be absent from a delivery
 * @param ties columns that say to whom or what a row is tied, where there are any; may be absent
 *     from a delivery, and left out of what is stored where there is none
 */
public record RowNames(
    String text, String id, @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<Tie, String> ties) {

  /** Of the field that is labelled, wherever nothing else is said. */
  public static final String TEXT = "text";

  /** Of the sender's own number. */
  public static final String ID = "id";

  /** Where a project says nothing. */
  public static final RowNames PLAIN = new RowNames(TEXT, ID);

  /** Without columns of ties. */
  public RowNames(String text, String id) {
    this(text, id, Map.of());
  }

  public RowNames {
    Map<Tie, String> ordered = new EnumMap<>(Tie.class);
    if (ties != null) {
      ordered.putAll(ties);
    }
    ties = Collections.unmodifiableMap(ordered);
  }

  /** A column as the product calls it; under its own name if it is neither of the two. */
  public String plain(String column) {
    if (column.equals(text)) {
      return TEXT;
    }
    return column.equals(id) ? ID : column;
  }

  /** The tie that a column says. */
  public Optional<Tie> tie(String column) {
    return ties.entrySet().stream()
        .filter(each -> each.getValue().equals(column))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
