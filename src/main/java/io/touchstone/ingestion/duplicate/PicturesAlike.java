package io.touchstone.ingestion.duplicate;

import io.touchstone.deidentification.cleaning.image.DifferenceHash;
import java.util.Arrays;

/**
 * Pictures of a project, each look once, to be compared by how they look. Hashes of 64 bits that
 * differ in at most 7 differ by at most one bit in one of four bands of 16 (Norouzi, Punjani and
 * Fleet 2012, Fast Search in Hamming Space with Multi-Index Hashing), so each picture is compared
 * with those in 17 of 65,536 buckets, band by band, and nothing is overlooked. Memory: 25 bytes a
 * picture.
 */
final class PicturesAlike {

  static final int BANDS = 4;

  private static final int BITS = 16;
  private static final int BUCKETS = 1 << BITS;

  private int[] numbers = new int[1_024];
  private long[] across = new long[1_024];
  private long[] down = new long[1_024];
  private boolean[] fresh = new boolean[1_024];
  private int count;

  /**
   * Takes a picture, the lowest number first.
   *
   * @param isFresh whether it is of the batch that is compared; two others were compared before
   */
  void add(int number, DifferenceHash look, boolean isFresh) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * count);
      across = Arrays.copyOf(across, 2 * count);
      down = Arrays.copyOf(down, 2 * count);
      fresh = Arrays.copyOf(fresh, 2 * count);
    }
    numbers[count] = number;
    across[count] = look.across();
    down[count] = look.down();
    fresh[count] = isFresh;
    count++;
  }

  int count() {
    return count;
  }

  /**
   * Unites pictures that resemble each other and nearly agree in a band.
   *
   * @param band from 0
   */
  void compare(int band, NearDuplicateGroups groups) {
    int[] begins = begins(band);
    int[] sorted = sorted(band, begins);
    for (int one = 0; one < count; one++) {
      if (fresh[one]) {
        int bucket = bucket(one, band);
        compare(one, bucket, begins, sorted, groups);
        for (int bit = 0; bit < BITS; bit++) {
          compare(one, bucket ^ 1 << bit, begins, sorted, groups);
        }
      }
    }
  }

  private void compare(
      int one, int bucket, int[] begins, int[] sorted, NearDuplicateGroups groups) {
    for (int place = begins[bucket]; place < begins[bucket + 1]; place++) {
      int other = sorted[place];
      // Of two that are fresh, the later one is compared with the earlier one.
      if ((other < one || !fresh[other]) && look(one).resembles(look(other))) {
        groups.unite(numbers[other], numbers[one]);
      }
    }
  }

  private DifferenceHash look(int place) {
    return new DifferenceHash(across[place], down[place]);
  }

  private int bucket(int place, int band) {
    return (int) (across[place] >>> band * BITS) & BUCKETS - 1;
  }

  /** Where each bucket begins among the sorted pictures, and where the last one ends. */
  private int[] begins(int band) {
    int[] begins = new int[BUCKETS + 1];
    for (int place = 0; place < count; place++) {
      begins[bucket(place, band) + 1]++;
    }
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      begins[bucket + 1] += begins[bucket];
    }
    return begins;
  }

  private int[] sorted(int band, int[] begins) {
    int[] next = begins.clone();
    int[] sorted = new int[count];
    for (int place = 0; place < count; place++) {
      sorted[next[bucket(place, band)]++] = place;
    }
    return sorted;
  }
}
