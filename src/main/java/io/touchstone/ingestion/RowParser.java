package io.touchstone.ingestion;

/** Makes an outcome of the characters of one row. */
interface RowParser {

  RowOutcome parse(long line, String row);
}
