package io.touchstone.deidentification.cleaning.image.face;

import io.touchstone.deidentification.cleaning.DoubtfulPlace;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Places of one object that the detector was unsure of: all are counted, the surest are kept. */
public final class Doubts {

  /** More than a person looks at one by one. */
  public static final int MOST = 20;

  /** Two frames show the same place from this overlap on. */
  private static final double SAME = .3;

  private static final double FINEST = 10_000;

  private final List<Doubt> doubts = new ArrayList<>();
  private int count;

  private record Doubt(Box box, DoubtfulPlace place) {}

  /** Counts what was found in a page and keeps where it is. */
  public void add(List<Box> found, int width, int height, int page) {
    count += found.size();
    found.forEach(box -> keep(box, width, height, page));
  }

  /** As {@link #add}, of a frame: a place that an earlier one has is kept once. */
  public void addFrame(List<Box> found, int width, int height, int frame) {
    count += found.size();
    for (Box box : found) {
      if (doubts.stream().noneMatch(known -> known.box.overlap(box) > SAME)) {
        keep(box, width, height, frame);
      }
    }
  }

  private void keep(Box box, int width, int height, int page) {
    Rectangle area = FaceRemoval.area(box, width, height);
    if (!area.isEmpty()) {
      double left = Math.floor(FINEST * area.x / width) / FINEST;
      double top = Math.floor(FINEST * area.y / height) / FINEST;
      doubts.add(
          new Doubt(
              box,
              new DoubtfulPlace(
                  left,
                  top,
                  part(area.getMaxX(), width) - left,
                  part(area.getMaxY(), height) - top,
                  page)));
    }
  }

  private static double part(double length, int of) {
    return Math.ceil(FINEST * length / of) / FINEST;
  }

  public int count() {
    return count;
  }

  /**
   * What would be covered if a face were there; the likeliest face first, of two alike the first.
   */
  public List<DoubtfulPlace> places() {
    return doubts.stream()
        .sorted(Comparator.comparingDouble((Doubt doubt) -> doubt.box.score()).reversed())
        .limit(MOST)
        .map(Doubt::place)
        .toList();
  }
}
