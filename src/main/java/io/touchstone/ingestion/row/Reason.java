package io.touchstone.ingestion.row;

/** Why a row is refused: a stable code of the manifest. */
public enum Reason {
  INVALID_UTF8(true),
  /** No UTF-8, and a byte that stands for nothing in the encoding that the project names. */
  UNDEFINED_BYTE(true),
  NUL_CHARACTER(true),
  INVALID_JSON(true),
  /** The row begins a JSON array that does not end in it: the file is one big array. */
  JSON_ARRAY(true),
  /** A JSON value, but no object. */
  NOT_AN_OBJECT(true),
  INVALID_CSV(true),
  UNTERMINATED_QUOTE(true),
  WRONG_COLUMN_COUNT(true),
  /** The header names no text column, an unknown column or a column twice. */
  WRONG_HEADER(true),
  ROW_TOO_LONG(true),
  LONE_SURROGATE(false),
  UNKNOWN_FIELD(false),
  MISSING_FIELD(false),
  WRONG_TYPE(false),
  EMPTY_TEXT(false),
  TEXT_TOO_LONG(false),
  INVALID_ID(false),
  /** The id itself identifies a person. */
  PERSONAL_ID(false),
  /** What a model is said to suggest does not fit the text or the label schema. */
  INVALID_SUGGESTION(false);

  private final boolean form;

  Reason(boolean form) {
    this.form = form;
  }

  /** Whether the row is not of the declared format at all, as opposed to wrong in its content. */
  public boolean isAboutForm() {
    return form;
  }
}
