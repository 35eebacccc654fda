package io.touchstone.ingestion.row;

/**
 * A row of a source object.
 *
 * @param number the line of the source on which the row begins, from 1; a row of a CSV file may
 *     span lines, and blank lines are no rows
 */
public record Row(long number, RowOutcome outcome) {}
