package io.touchstone.ingestion.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Groups of items by number: who resembles one of a group belongs to it. A group is named by its
 * first item. Memory: four bytes an item of the project, and at most so many runs of words of one
 * bucket as {@link #MOST_KEPT}.
 */
final class NearDuplicateGroups {

  /** Least resemblance of two texts that nearly say the same. */
  static final double LEAST = 0.8;

  /** Runs of words of one bucket that are kept to compare others with: 16 MB. */
  private static final int MOST_KEPT = 2_000_000;

  private final int[] first;
  private final Map<Integer, Integer> before;
  private final List<Member> bucket = new ArrayList<>();
  private int band;
  private int kept;

  /**
   * An item of a bucket.
   *
   * @param fresh whether it is of the batch that is compared; two others were compared before
   */
  private record Member(int number, boolean fresh, Shingles shingles) {}

  /**
   * @param most highest number
   * @param grouped number of the first item of the group, by number
   */
  NearDuplicateGroups(int most, Map<Integer, Integer> grouped) {
    first = new int[most + 1];
    for (int number = 0; number <= most; number++) {
      first[number] = number;
    }
    grouped.forEach((number, of) -> first[number] = of);
    before = grouped;
  }

  /**
   * Compares an item with those of its bucket. Items of one bucket come one after the other, the
   * lowest number first.
   *
   * @param value what the items of a bucket have in common
   */
  void compare(int value, int number, boolean fresh, Shingles shingles) {
    if (value != band) {
      bucket.clear();
      kept = 0;
      band = value;
    }
    boolean same = false;
    for (Member member : bucket) {
      boolean one = root(member.number()) == root(number);
      boolean known = !fresh && !member.fresh();
      if (one || known) {
        same |= one && Arrays.equals(member.shingles().hashes(), shingles.hashes());
      } else if (member.shingles().resembles(shingles, LEAST)) {
        unite(member.number(), number);
        same |= Arrays.equals(member.shingles().hashes(), shingles.hashes());
      }
    }
    // What equals a kept one in every run, and is of the same group, adds nothing to compare with.
    if (!same && kept + shingles.count() <= MOST_KEPT) {
      bucket.add(new Member(number, fresh, shingles));
      kept += shingles.count();
    }
  }

  private int root(int number) {
    int at = number;
    while (first[at] != at) {
      first[at] = first[first[at]];
      at = first[at];
    }
    return at;
  }

  /** Whoever is of the group of the one is of the other's from now on. */
  void unite(int one, int other) {
    int a = root(one);
    int b = root(other);
    first[Math.max(a, b)] = Math.min(a, b);
  }

  /** Group by number, where it is another than before. */
  Map<Integer, Integer> changed() {
    Map<Integer, Integer> changed = new TreeMap<>();
    for (int number = 1; number < first.length; number++) {
      int of = root(number);
      if (of != number) {
        note(number, of, changed);
        note(of, of, changed);
      }
    }
    return changed;
  }

  private void note(int number, int of, Map<Integer, Integer> changed) {
    if (before.getOrDefault(number, 0) != of) {
      changed.put(number, of);
    }
  }
}
