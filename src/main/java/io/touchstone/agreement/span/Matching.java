package io.touchstone.agreement.span;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which regions of two annotators belong together: one to one, with the greatest sum of credit
 * (Kuhn 1955, "The Hungarian method for the assignment problem").
 */
final class Matching {

  /** Two regions that belong together. */
  record Pair(Region first, Region second) {}

  /** What a pair is worth, at least 0; 0 for regions that have nothing in common. */
  interface Credit {
    double of(Region first, Region second);
  }

  private Matching() {}

  /** The pairs with credit above 0. Only regions that overlap sideways are held together. */
  static List<Pair> best(List<Region> first, List<Region> second, Credit credit) {
    List<Region> left = first.stream().sorted().toList();
    List<Region> right = second.stream().sorted().toList();
    List<Pair> pairs = new ArrayList<>();
    int a = 0;
    int b = 0;
    while (a < left.size() && b < right.size()) {
      int fromA = a;
      int fromB = b;
      double reach = Double.NEGATIVE_INFINITY;
      while (a < left.size() || b < right.size()) {
        boolean takesLeft =
            b == right.size() || a < left.size() && left.get(a).x() <= right.get(b).x();
        Region next = takesLeft ? left.get(a) : right.get(b);
        if (next.x() >= reach && a + b > fromA + fromB) {
          break;
        }
        reach = Math.max(reach, next.right());
        a += takesLeft ? 1 : 0;
        b += takesLeft ? 0 : 1;
      }
      assign(left.subList(fromA, a), right.subList(fromB, b), credit, pairs);
    }
    return pairs;
  }

  private static void assign(
      List<Region> first, List<Region> second, Credit credit, List<Pair> pairs) {
    if (first.isEmpty() || second.isEmpty()) {
      return;
    }
    boolean turned = first.size() > second.size();
    List<Region> rows = turned ? second : first;
    List<Region> columns = turned ? first : second;
    double[][] worth = new double[rows.size()][columns.size()];
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        worth[row][column] =
            turned
                ? credit.of(columns.get(column), rows.get(row))
                : credit.of(rows.get(row), columns.get(column));
      }
    }
    int[] columnOf = columnOfRow(worth);
    for (int row = 0; row < rows.size(); row++) {
      if (worth[row][columnOf[row]] > 0) {
        Region one = rows.get(row);
        Region other = columns.get(columnOf[row]);
        pairs.add(turned ? new Pair(other, one) : new Pair(one, other));
      }
    }
  }

  /** Shortest augmenting paths with potentials; no more rows than columns. */
  private static int[] columnOfRow(double[][] worth) {
    int rows = worth.length;
    int columns = worth[0].length;
    double[] ofRow = new double[rows + 1];
    double[] ofColumn = new double[columns + 1];
    int[] rowOf = new int[columns + 1];
    int[] before = new int[columns + 1];
    for (int row = 1; row <= rows; row++) {
      rowOf[0] = row;
      int at = 0;
      double[] least = new double[columns + 1];
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      boolean[] done = new boolean[columns + 1];
      do {
        done[at] = true;
        int next = 0;
        double step = Double.POSITIVE_INFINITY;
        for (int column = 1; column <= columns; column++) {
          if (!done[column]) {
            double slack = -worth[rowOf[at] - 1][column - 1] - ofRow[rowOf[at]] - ofColumn[column];
            if (slack < least[column]) {
              least[column] = slack;
              before[column] = at;
            }
            if (least[column] < step) {
              step = least[column];
              next = column;
            }
          }
        }
        for (int column = 0; column <= columns; column++) {
          if (done[column]) {
            ofRow[rowOf[column]] += step;
            ofColumn[column] -= step;
          } else {
            least[column] -= step;
          }
        }
        at = next;
      } while (rowOf[at] != 0);
      while (at != 0) {
        rowOf[at] = rowOf[before[at]];
        at = before[at];
      }
    }
    int[] columnOf = new int[rows];
    for (int column = 1; column <= columns; column++) {
      if (rowOf[column] > 0) {
        columnOf[rowOf[column] - 1] = column - 1;
      }
    }
    return columnOf;
  }
}
