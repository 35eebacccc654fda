package io.touchstone.release.format;

import java.io.InputStream;
import java.util.function.Consumer;

/** The labelled items of a version, streamed: a million of them need not fit in memory. */
public interface LabelledItems {

  /** How many {@link #forEach} will yield. */
  long count();

  /** Yields each item once, ordered by id as {@link Utf8Order} does. */
  void forEach(Consumer<LabelledItem> reader);

  /**
   * The content of an item's file; closed by the caller.
   *
   * @throws IllegalStateException if the items have no files
   */
  default InputStream file(String itemId) {
    throw new IllegalStateException("Item " + itemId + " has no file.");
  }
}
