package io.touchstone.deidentification.cleaning.image.text;

import io.touchstone.deidentification.cleaning.image.StillCleaning;
import io.touchstone.deidentification.cleaning.image.face.FaceCover;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Takes text that identifies people out of decoded pictures of one object. */
final class TextRemoval {

  /** Looks at a picture: what is found in more of them is not got rid of. */
  private static final int ROUNDS = 5;

  private final TextFinder finder;
  private final TextMasks masks;
  private final FaceCover cover;

  TextRemoval(TextFinder finder, TextMasks masks, FaceCover cover) {
    this.finder = finder;
    this.masks = masks;
    this.cover = cover;
  }

  /** The reader keeps reading what was covered. */
  static final class StillThere extends Exception {

    private static final long serialVersionUID = 1;

    public StillThere() {
      super("Text is read again and again.");
    }
  }

  /**
   * Covers text in an upright picture and looks again until nothing is left.
   *
   * @param page of a TIFF, else 0
   * @return what was covered, empty if the picture is as it was
   */
  List<Rectangle> remove(BufferedImage image, int page) throws IOException, StillThere {
    List<Rectangle> covered = new ArrayList<>();
    List<Rectangle> fresh = first(image, page);
    for (int round = 0; round < ROUNDS; round++) {
      StillCleaning.goOn();
      fresh.forEach(area -> cover(image, area));
      covered.addAll(fresh);
      fresh = again(image, covered);
      if (fresh.isEmpty()) {
        return covered;
      }
    }
    throw new StillThere();
  }

  /**
   * Areas of text in a picture that nobody has looked at.
   *
   * @param page of a TIFF, or frame of an animation, from 0
   */
  List<Rectangle> first(BufferedImage image, int page) throws IOException {
    Dimension size = new Dimension(image.getWidth(), image.getHeight());
    return masks.first(finder.first(image), size, page);
  }

  /**
   * Areas of text that are left.
   *
   * @param covered so far
   */
  List<Rectangle> again(BufferedImage image, List<Rectangle> covered) throws IOException {
    return masks.again(finder.again(image, covered));
  }

  /** Replaces an area of a picture or of one frame. */
  void cover(BufferedImage image, Rectangle area) {
    cover.cover(image, area.intersection(new Rectangle(image.getWidth(), image.getHeight())));
  }
}
