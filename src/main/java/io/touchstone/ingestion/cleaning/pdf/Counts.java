package io.touchstone.ingestion.cleaning.pdf;

import io.touchstone.ingestion.cleaning.Cleaning;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was taken out of a document, and how often a person should look. */
final class Counts {

  private final Map<String, Integer> removed = new TreeMap<>();
  private int doubtful;

  void removed(String what) {
    removed(what, 1);
  }

  void removed(String what, int times) {
    if (times > 0) {
      removed.merge(what, times, Integer::sum);
    }
  }

  void doubtful() {
    doubtful++;
  }

  /** What went from an embedded picture. */
  void add(Cleaning.Cleaned nested) {
    nested.removed().forEach(this::removed);
    doubtful += nested.doubtful();
  }

  Map<String, Integer> all() {
    return removed;
  }

  int doubts() {
    return doubtful;
  }
}
