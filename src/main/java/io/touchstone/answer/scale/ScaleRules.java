package io.touchstone.answer.scale;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A scale of whole points.
 *
 * @param from lowest point, 0 or more
 * @param to highest point, so that there are {@value #FEWEST} to {@value #MOST} of them
 * @param low what the lowest point means; may be empty
 * @param high what the highest point means; may be empty
 * @param goldDistance a known answer is given rightly up to so many points away, 0 for exactly
 */
public record ScaleRules(int from, int to, String low, String high, int goldDistance) {

  public static final int FEWEST = 3;
  public static final int MOST = 11;

  /** Its points, lowest first. */
  public List<Integer> points() {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  /** What people read beside a point. */
  public String name(int point) {
    String end = point == from ? low : point == to ? high : "";
    return end.isEmpty() ? String.valueOf(point) : point + " " + end;
  }
}
