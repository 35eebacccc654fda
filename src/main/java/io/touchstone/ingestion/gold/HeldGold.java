package io.touchstone.ingestion.gold;

import java.util.Optional;

/**
 * A gold item that was typed, changed or taken out in the product.
 *
 * @param line what a file's line would have to say to be the same
 * @param fileLine what the file said when the product took it over
 */
record HeldGold(String line, Optional<String> fileLine) {

  /** Whether a line of the file says nothing new. */
  boolean knows(String said) {
    return said.equals(line) || fileLine.filter(said::equals).isPresent();
  }
}
