package io.touchstone.ingestion.row;

import java.util.Optional;

/**
 * The bytes of one row, without its line end.
 *
 * @param line on which it begins
 * @param fault why it cannot be parsed; the bytes are then not to be looked at
 */
public record RawRow(long line, byte[] bytes, Optional<Reason> fault) {

  public boolean isBlank() {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return fault.isEmpty();
  }
}
