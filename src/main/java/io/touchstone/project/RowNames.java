package io.touchstone.project;

/**
 * What a project's deliveries call the two columns (or fields of JSON) that each row has.
 *
 * @param text the column that is labelled
 * @param id the sender's own number of a row; may be absent from a delivery
 */
public record RowNames(String text, String id) {

  /** Of the field that is labelled, wherever nothing else is said. */
  public static final String TEXT = "text";

  /** Of the sender's own number. */
  public static final String ID = "id";

  /** Where a project says nothing. */
  public static final RowNames PLAIN = new RowNames(TEXT, ID);

  /** A column as the product calls it; under its own name if it is neither of the two. */
  public String plain(String column) {
    if (column.equals(text)) {
      return TEXT;
    }
    return column.equals(id) ? ID : column;
  }
}
