package io.touchstone.deidentification.cleaning.image.face;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A smaller copy of a picture, made once for all that is looked for in it.
 *
 * @param bgr three bytes a pixel, blue first
 * @param scale side of one of its pixels in those of the picture, at least 1
 */
record Reduced(Mat bgr, double scale) implements AutoCloseable {

  /** Of the largest copy: a face of 24 pixels is one of 10 there. */
  static final double FIRST = 2.25;

  /** In the next one the network sees what has no room in the parts of this one. */
  private static final double NEXT = 4;

  /** A picture whose longer side is no more than so many times a network's gets no copy. */
  private static final double WORTH = 1.25;

  /** Copies of a picture from the largest on; none of a small picture. To be closed. */
  static List<Reduced> copies(Mat picture) {
    List<Reduced> copies = new ArrayList<>();
    double longer = Math.max(picture.width(), picture.height());
    for (double scale = FIRST; FaceNet.Range.FULL.side() * scale * WORTH < longer; scale *= NEXT) {
      copies.add(copies.isEmpty() ? first(picture) : copies.get(copies.size() - 1).next());
    }
    return copies;
  }

  /**
   * Halved first, by the mean of each four, so that fine patterns make no false faces; the rest is
   * less than half and needs no mean. A seventh of the time of one mean over all.
   */
  private static Reduced first(Mat picture) {
    int width = picture.width();
    int height = picture.height();
    // Halves of an even side come at once; a last row or column alone shows no face.
    Mat even = picture.submat(0, even(height), 0, even(width));
    Mat half = new Mat();
    Mat copy = new Mat();
    Imgproc.resize(
        even,
        half,
        new Size(Math.max(1, width / 2), Math.max(1, height / 2)),
        0,
        0,
        Imgproc.INTER_AREA);
    Imgproc.resize(half, copy, size(width, height, FIRST), 0, 0, Imgproc.INTER_LINEAR);
    even.release();
    half.release();
    return new Reduced(copy, FIRST);
  }

  /** Where in this copy a place of the picture is. */
  Rectangle place(Rectangle inPicture) {
    int left = (int) Math.floor(inPicture.getMinX() / scale);
    int top = (int) Math.floor(inPicture.getMinY() / scale);
    int right = (int) Math.ceil(inPicture.getMaxX() / scale);
    int bottom = (int) Math.ceil(inPicture.getMaxY() / scale);
    return new Rectangle(left, top, right - left, bottom - top)
        .intersection(new Rectangle(bgr.width(), bgr.height()));
  }

  private Reduced next() {
    Mat copy = new Mat();
    Size size = size(bgr.width(), bgr.height(), NEXT);
    Imgproc.resize(bgr, copy, size, 0, 0, Imgproc.INTER_AREA);
    return new Reduced(copy, scale * NEXT);
  }

  private static int even(int side) {
    return side < 2 ? side : side / 2 * 2;
  }

  private static Size size(int width, int height, double scale) {
    return new Size(
        Math.max(1, Math.round(width / scale)), Math.max(1, Math.round(height / scale)));
  }

  @Override
  public void close() {
    bgr.release();
  }
}
