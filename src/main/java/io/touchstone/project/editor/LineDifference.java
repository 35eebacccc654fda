package io.touchstone.project.editor;

import java.util.ArrayList;
import java.util.List;

/**
 * How one text became another, line by line: what both have in common is the longest common
 * subsequence of their lines.
 */
final class LineDifference {

  /** Above this product of lines all of the old text went and all of the new one came. */
  private static final long MOST_CELLS = 4_000_000;

  private LineDifference() {}

  /**
   * A line.
   *
   * @param kind same, gone or come
   */
  record Line(String kind, String text) {}

  static List<Line> between(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    List<Line> lines = new ArrayList<>();
    if ((long) old.size() * now.size() > MOST_CELLS) {
      old.forEach(line -> lines.add(new Line("gone", line)));
      now.forEach(line -> lines.add(new Line("come", line)));
      return lines;
    }
    int[][] common = common(old, now);
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        lines.add(new Line("same", old.get(i)));
        i++;
        j++;
      } else if (j >= now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
        lines.add(new Line("gone", old.get(i++)));
      } else {
        lines.add(new Line("come", now.get(j++)));
      }
    }
    return lines;
  }

  /** Length of the longest common subsequence of what begins at two lines. */
  private static int[][] common(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
