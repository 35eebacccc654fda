package io.touchstone.deidentification.cleaning.pdf.page;

import io.touchstone.deidentification.cleaning.Cleaning;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was taken out of a document, and how often a person should look. */
public final class Counts {

  private final Map<String, Integer> removed = new TreeMap<>();
  private int doubtful;

  public void removed(String what) {
    removed(what, 1);
  }

  public void removed(String what, int times) {
    if (times > 0) {
      removed.merge(what, times, Integer::sum);
    }
  }

  public void doubtful() {
    doubtful++;
  }

  /** What went from an embedded picture. */
  public void add(Cleaning.Cleaned nested) {
    nested.removed().forEach(this::removed);
    doubtful += nested.doubtful();
  }

  public Map<String, Integer> all() {
    return removed;
  }

  public int doubts() {
    return doubtful;
  }
}
