package io.touchstone.ingestion.row;

/** Makes an outcome of the characters of one row. */
interface RowParser {

  RowOutcome parse(long line, String row);
}
