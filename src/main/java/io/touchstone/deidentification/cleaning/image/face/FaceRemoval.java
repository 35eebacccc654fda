package io.touchstone.deidentification.cleaning.image.face;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;

/** Finds the faces in decoded pictures of one object and takes them out of the pixels. */
public final class FaceRemoval {

  /** A box ends at chin and forehead; hair and ears tell people apart, too. */
  private static final double AROUND = 1.3;

  private static final int ROUNDS = 5;

  private final FaceDetector detector;
  private final FaceCover cover;

  public FaceRemoval(FaceDetector detector, FaceCover cover) {
    this.detector = detector;
    this.cover = cover;
  }

  /** Faces in a picture that stands upright, under transparency as well as on white. */
  public FaceDetector.Found look(BufferedImage image) {
    return look(image, List.of(new Rectangle(image.getWidth(), image.getHeight())));
  }

  private FaceDetector.Found look(BufferedImage image, List<Rectangle> changed) {
    Pixels pixels = new Pixels(image);
    FaceDetector.Found stored = look(pixels.asStored(), changed);
    if (!pixels.letThrough()) {
      return stored;
    }
    FaceDetector.Found shown = look(pixels.onWhite(), changed);
    return stored.with(shown);
  }

  private FaceDetector.Found look(Mat bgr, List<Rectangle> changed) {
    try {
      return detector.find(bgr, changed);
    } finally {
      bgr.release();
    }
  }

  /** The detector keeps finding faces in what was covered. */
  public static final class StillThere extends Exception {

    private static final long serialVersionUID = 1;

    public StillThere() {
      super("Faces are found again and again.");
    }
  }

  /**
   * Takes faces out of the pixels, looks again, and takes out what is found then.
   *
   * @return how many faces were taken out
   * @throws StillThere if the detector keeps finding some
   */
  public int remove(BufferedImage image, List<Box> faces) throws StillThere {
    List<Rectangle> covered = new ArrayList<>();
    List<Box> fresh = faces;
    int count = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (Box face : fresh) {
        Rectangle area = area(face, image.getWidth(), image.getHeight());
        count += covered.stream().anyMatch(area::intersects) && round > 0 ? 0 : 1;
        cover.cover(image, area);
        covered.add(area);
      }
      fresh = look(image, covered).faces();
      if (fresh.isEmpty()) {
        return count;
      }
    }
    throw new StillThere();
  }

  /** Replaces an area of one frame of an animation. */
  public void cover(BufferedImage frame, Rectangle area) {
    cover.cover(frame, area.intersection(new Rectangle(frame.getWidth(), frame.getHeight())));
  }

  /** What is replaced for a face. */
  public static Rectangle area(Box face, int width, int height) {
    return face.grown(AROUND, width, height);
  }
}
