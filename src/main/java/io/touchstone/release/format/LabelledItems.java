package io.touchstone.release.format;

import io.touchstone.project.Splits;
import java.io.InputStream;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The labelled items of a version, streamed: a million of them need not fit in memory. */
public interface LabelledItems {

  /** How many {@link #forEach} will yield. */
  long count();

  /** How many of them each part has, by its name; parts without items are not in it. */
  default SortedMap<String, Long> perSplit() {
    return new TreeMap<>(Map.of(Splits.ALL, count()));
  }

  /** Yields each item once, ordered by id as {@link Utf8Order} does. */
  void forEach(Consumer<LabelledItem> reader);

  /** Yields each item of the same batches that has no answer, ordered likewise. */
  default void forEachUnlabelled(Consumer<UnlabelledItem> reader) {}

  /**
   * The content of an item's file; closed by the caller.
   *
   * @throws IllegalStateException if the items have no files
   */
  default InputStream file(String itemId) {
    throw new IllegalStateException("Item " + itemId + " has no file.");
  }
}
