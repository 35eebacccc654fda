package io.touchstone.deidentification.cleaning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds many strings of bytes in one pass, whatever they have in common (A. V. Aho and M. J.
 * Corasick, 1975). Bytes that stand in none of them are treated as one, which keeps the table
 * small.
 */
final class BytePatterns {

  /** Where to begin. */
  static final int START = 0;

  private final int width;
  private final int[] classes;

  /** The next state by state and class of byte; inverted if something ends there. */
  private final int[] next;

  /** What ends in a state, by its row. */
  private final int[][] ends;

  private BytePatterns(int width, int[] classes, int[] next, int[][] ends) {
    this.width = width;
    this.classes = classes;
    this.next = next;
    this.ends = ends;
  }

  /**
   * Goes on from a state.
   *
   * @param found gets the numbers of what ends in these bytes
   * @return the state after the last byte
   */
  int run(int state, byte[] bytes, int length, BitSet found) {
    int now = state;
    for (int i = 0; i < length; i++) {
      now = next[now + classes[bytes[i] & 0xff]];
      if (now < 0) {
        now = ~now;
        mark(now, found);
      }
    }
    return now;
  }

  /** As {@link #run}, as if there were no ends of lines. */
  int runAcrossLines(int state, byte[] bytes, int length, BitSet found) {
    int now = state;
    for (int i = 0; i < length; i++) {
      if (bytes[i] != '\n' && bytes[i] != '\r') {
        now = next[now + classes[bytes[i] & 0xff]];
        if (now < 0) {
          now = ~now;
          mark(now, found);
        }
      }
    }
    return now;
  }

  private void mark(int state, BitSet found) {
    for (int end : ends[state / width]) {
      found.set(end);
    }
  }

  /** Gathers the strings. */
  static final class Builder {

    private final List<byte[]> patterns = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private int size;

    /**
     * @param number under which it is reported
     */
    public void add(byte[] pattern, int number) {
      size += pattern.length;
      patterns.add(pattern);
      numbers.add(number);
    }

    /** Bytes of all strings together. */
    int size() {
      return size;
    }

    public BytePatterns build() {
      int[] classes = new int[256];
      int width = 1;
      for (byte[] pattern : patterns) {
        for (byte b : pattern) {
          if (classes[b & 0xff] == 0) {
            classes[b & 0xff] = width++;
          }
        }
      }
      Table table = new Table(width, size + 1);
      for (int i = 0; i < patterns.size(); i++) {
        table.add(patterns.get(i), classes, numbers.get(i));
      }
      table.link();
      return new BytePatterns(width, classes, table.next, table.ends);
    }
  }

  /** The tree of all strings, which becomes the table of states. */
  private static final class Table {

    private static final int[] NOTHING = {};

    private final int width;
    private int[] next;
    private int[][] ends;
    private int rows = 1;

    Table(int width, int most) {
      this.width = width;
      this.next = new int[width * most];
      this.ends = new int[most][];
      Arrays.fill(ends, NOTHING);
    }

    public void add(byte[] pattern, int[] classes, int number) {
      int row = 0;
      for (byte b : pattern) {
        int place = row * width + classes[b & 0xff];
        if (next[place] == 0) {
          next[place] = rows++;
        }
        row = next[place];
      }
      ends[row] = with(ends[row], new int[] {number});
    }

    /** Row by row, shorter strings first: where a string breaks off, its longest end goes on. */
    void link() {
      int[] queue = new int[rows];
      int[] fallbacks = new int[rows];
      int last = 0;
      for (int first = 0; first <= last && first < rows; first++) {
        int row = first == 0 ? 0 : queue[first];
        int fallback = fallbacks[row];
        for (int c = 0; c < width; c++) {
          int child = next[row * width + c];
          int other = row == 0 ? 0 : next[fallback * width + c];
          if (child == 0) {
            next[row * width + c] = other;
          } else {
            fallbacks[child] = other;
            ends[child] = with(ends[child], ends[other]);
            queue[++last] = child;
          }
        }
      }
      next = Arrays.copyOf(next, rows * width);
      for (int i = 0; i < next.length; i++) {
        int row = next[i];
        next[i] = ends[row].length > 0 ? ~(row * width) : row * width;
      }
    }

    private static int[] with(int[] some, int[] more) {
      if (more.length == 0 || Arrays.equals(some, more)) {
        return some;
      }
      int[] all = Arrays.copyOf(some, some.length + more.length);
      System.arraycopy(more, 0, all, some.length, more.length);
      return all;
    }
  }
}
