package io.touchstone.agreement;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Judgements as numbers in columns, chained from the last one of each item to its first. */
final class JudgementColumns {

  private static final int NONE = -1;

  /** Longer chains get a set of their annotators, so that the time to add stays the same. */
  private static final int LONG_CHAIN = 32;

  private final Map<Integer, Set<Integer>> annotatorsOfLongChains = new HashMap<>();
  private int[] annotators = new int[64];
  private int[] labels = new int[64];
  private int[] before = new int[64];
  private int[] last = new int[64];
  private int[] lengths = new int[64];
  private int size;
  private int items;

  /**
   * Adds a judgement, unless the annotator judged the item before.
   *
   * @param item at most one above the highest so far
   */
  boolean add(int item, int annotator, int label) {
    if (item == items) {
      open();
    } else if (judged(item, annotator)) {
      return false;
    }
    if (size == labels.length) {
      annotators = Arrays.copyOf(annotators, size + size / 2);
      labels = Arrays.copyOf(labels, size + size / 2);
      before = Arrays.copyOf(before, size + size / 2);
    }
    annotators[size] = annotator;
    labels[size] = label;
    before[size] = last[item];
    last[item] = size++;
    lengths[item]++;
    return true;
  }

  int items() {
    return items;
  }

  int judgements(int item) {
    return lengths[item];
  }

  /** Takes one judgement. */
  interface Taker {
    void take(int annotator, int label);
  }

  void forEach(int item, Taker taker) {
    for (int at = last[item]; at != NONE; at = before[at]) {
      taker.take(annotators[at], labels[at]);
    }
  }

  private void open() {
    if (items == last.length) {
      last = Arrays.copyOf(last, items + items / 2);
      lengths = Arrays.copyOf(lengths, items + items / 2);
    }
    last[items++] = NONE;
  }

  private boolean judged(int item, int annotator) {
    if (lengths[item] > LONG_CHAIN) {
      return !annotatorsOfLongChains
          .computeIfAbsent(item, key -> annotatorsOf(item))
          .add(annotator);
    }
    for (int at = last[item]; at != NONE; at = before[at]) {
      if (annotators[at] == annotator) {
        return true;
      }
    }
    return false;
  }

  private Set<Integer> annotatorsOf(int item) {
    Set<Integer> known = new HashSet<>();
    forEach(item, (annotator, label) -> known.add(annotator));
    return known;
  }
}
