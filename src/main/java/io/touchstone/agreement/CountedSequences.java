package io.touchstone.agreement;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Sequences of numbers, each kept once with how often it came. A million items with few different
 * combinations cost no more memory than the combinations.
 */
final class CountedSequences {

  private long[] numbers = new long[256];
  private int[] starts = new int[65];
  private long[] times = new long[64];
  private int[] table = new int[128];
  private int size;

  /** Adds the first numbers of an array as one sequence that came so often. */
  void add(long[] sequence, int length, long howOften) {
    int slot = hash(sequence, 0, length) & (table.length - 1);
    while (table[slot] != 0) {
      int known = table[slot] - 1;
      if (Arrays.equals(numbers, starts[known], starts[known + 1], sequence, 0, length)) {
        times[known] += howOften;
        return;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = size + 1;
    append(sequence, length, howOften);
    if (2 * size > table.length) {
      rehash();
    }
  }

  int size() {
    return size;
  }

  int length(int sequence) {
    return starts[sequence + 1] - starts[sequence];
  }

  long number(int sequence, int at) {
    return numbers[starts[sequence] + at];
  }

  long times(int sequence) {
    return times[sequence];
  }

  /** The sequences in their order by numbers: it does not depend on that in which they came. */
  int[] ordered() {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, at -> at);
    Comparator<Integer> byNumbers =
        (a, b) ->
            Arrays.compare(numbers, starts[a], starts[a + 1], numbers, starts[b], starts[b + 1]);
    Arrays.parallelSort(order, byNumbers);
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private void append(long[] sequence, int length, long howOften) {
    int end = starts[size] + length;
    if (end > numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(end, 2 * numbers.length));
    }
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size + 1);
    }
    System.arraycopy(sequence, 0, numbers, starts[size], length);
    times[size] = howOften;
    starts[++size] = end;
  }

  private void rehash() {
    table = new int[2 * table.length];
    for (int sequence = 0; sequence < size; sequence++) {
      int slot = hash(numbers, starts[sequence], starts[sequence + 1]) & (table.length - 1);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = sequence + 1;
    }
  }

  private static int hash(long[] numbers, int from, int to) {
    long hash = to - from;
    for (int at = from; at < to; at++) {
      hash = (hash ^ numbers[at]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return (int) hash;
  }
}
