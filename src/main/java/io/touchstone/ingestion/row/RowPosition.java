package io.touchstone.ingestion.row;

import java.util.Optional;

/**
 * A place between two rows at which reading can go on.
 *
 * @param offset bytes of the source before it
 * @param line number of the line that begins there, from 1
 * @param header CSV: the columns of the header, joined by commas, once it was read
 * @param brokenUntil CSV: up to this byte an open quote is known not to be closed well
 */
public record RowPosition(long offset, long line, Optional<String> header, long brokenUntil) {

  public static final RowPosition START = new RowPosition(0, 1, Optional.empty(), 0);
}
