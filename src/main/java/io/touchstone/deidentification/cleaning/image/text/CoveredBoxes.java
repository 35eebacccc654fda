package io.touchstone.deidentification.cleaning.image.text;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * Black boxes that an earlier cleaning, or somebody else, put over words. A reader takes them for
 * pictures or for letters, and then overlooks what stands beside them.
 */
final class CoveredBoxes {

  /** What coding leaves of black, of 255. */
  private static final int BLACK = 32;

  /** Coding frays the border, in pixels. */
  private static final int FRAY = 2;

  private static final int LEAST_WIDTH = 12;
  private static final int LEAST_HEIGHT = 8;

  /** A picture may be black as a whole: then it is no box, as part of it. */
  private static final double MOST = .5;

  private CoveredBoxes() {}

  /** Boxes without a light pixel inside; those that stand on end may be letters and are not. */
  static List<Rectangle> in(Mat grey) {
    Mat dark = new Mat();
    Mat hierarchy = new Mat();
    try {
      Core.inRange(grey, new Scalar(0), new Scalar(BLACK), dark);
      List<MatOfPoint> outlines = new ArrayList<>();
      Imgproc.findContours(
          dark, outlines, hierarchy, Imgproc.RETR_EXTERNAL, Imgproc.CHAIN_APPROX_SIMPLE);
      List<Rectangle> boxes = new ArrayList<>();
      for (MatOfPoint outline : outlines) {
        Rect box = Imgproc.boundingRect(outline);
        outline.release();
        if (isCover(box, dark)) {
          boxes.add(new Rectangle(box.x, box.y, box.width, box.height));
        }
      }
      return boxes;
    } finally {
      dark.release();
      hierarchy.release();
    }
  }

  private static boolean isCover(Rect box, Mat dark) {
    if (box.width < LEAST_WIDTH
        || box.height < LEAST_HEIGHT
        || box.width < box.height
        || box.area() > MOST * dark.width() * dark.height()) {
      return false;
    }
    Mat inner =
        dark.submat(
            box.y + FRAY, box.y + box.height - FRAY, box.x + FRAY, box.x + box.width - FRAY);
    boolean solid = Core.countNonZero(inner) == inner.total();
    inner.release();
    return solid;
  }
}
