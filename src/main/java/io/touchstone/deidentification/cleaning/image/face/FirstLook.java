package io.touchstone.deidentification.cleaning.image.face;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.opencv.core.Mat;

/**
 * Whatever might be a face. A network sees those between a twentieth and half of the square that it
 * was made for, so it looks at the whole picture and at parts of larger copies of it.
 */
final class FirstLook {

  /** Score from which a small face is looked at again, one that is not small, and a near one. */
  private static final double FAINT = .12;

  private static final double PLAIN = .25;
  private static final double NEAR = .5;

  private static final int SIDE = FaceNet.Range.FULL.side();

  /** Of two neighbouring squares, as part of their side. What two see is overlooked less often. */
  private static final double OVERLAP = .25;

  /** What is looked at around a place that changed. */
  private static final int MARGIN = SIDE / 8;

  /** A face below this part of the square's side is small: the network sees it dimly. */
  private static final double SMALL = 1 / 8.;

  private final Networks networks;

  FirstLook(Networks networks) {
    this.networks = networks;
  }

  /**
   * The same face may come several times.
   *
   * @param bgr the picture, three bytes a pixel, blue first
   * @param changed places in which something new may be seen
   */
  List<Box> candidates(Mat bgr, List<Rectangle> changed) {
    List<Reduced> copies = Reduced.copies(bgr);
    try {
      List<Box> candidates = new ArrayList<>();
      for (Reduced copy : copies) {
        candidates.addAll(inParts(copy, changed));
      }
      Reduced last = copies.isEmpty() ? new Reduced(bgr, 1) : copies.get(copies.size() - 1);
      candidates.addAll(inWhole(last));
      return candidates;
    } finally {
      copies.forEach(Reduced::close);
    }
  }

  private List<Box> inParts(Reduced copy, List<Rectangle> changed) {
    List<Rectangle> places = changed.stream().map(copy::place).toList();
    int width = copy.bgr().width();
    int height = copy.bgr().height();
    return Window.about(places, MARGIN, width, height, SIDE, OVERLAP).stream()
        .flatMap(window -> faces(copy, window))
        .toList();
  }

  private List<Box> inWhole(Reduced copy) {
    int width = copy.bgr().width();
    int height = copy.bgr().height();
    Window whole = Window.whole(width, height, 1);
    Window margin = Window.whole(width, height, 2);
    // A face that fills the picture is seen from near only, and better with a margin around it.
    Stream<Box> near =
        Stream.of(whole, margin)
            .flatMap(window -> networks.shorter().find(copy.bgr(), window, NEAR).stream())
            .map(box -> box.placed(copy.scale(), 0, 0));
    return Stream.concat(faces(copy, whole), near).toList();
  }

  private Stream<Box> faces(Reduced copy, Window window) {
    return networks.full().find(copy.bgr(), window, FAINT).stream()
        .filter(box -> box.score() >= PLAIN || box.width() < SMALL * window.side())
        .map(box -> box.placed(copy.scale(), 0, 0));
  }
}
