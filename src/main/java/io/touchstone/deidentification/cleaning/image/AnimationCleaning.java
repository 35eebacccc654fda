package io.touchstone.deidentification.cleaning.image;

import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.image.face.Box;
import io.touchstone.deidentification.cleaning.image.face.Doubts;
import io.touchstone.deidentification.cleaning.image.face.FaceDetector;
import io.touchstone.deidentification.cleaning.image.face.FaceRemoval;
import io.touchstone.deidentification.cleaning.image.face.Faceless;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes faces out of animations. A frame may show what an earlier one drew, so a face of any frame
 * is covered in all of them.
 */
final class AnimationCleaning {

  private static final int ROUNDS = 5;

  private final FaceRemoval removal;

  AnimationCleaning(FaceRemoval removal) {
    this.removal = removal;
  }

  /** Faces on the stage, summed over its frames, and the areas to cover. */
  private record Seen(int faces, Doubts doubts, List<Rectangle> areas) {}

  /**
   * Looks at the stage after each frame and at each frame by itself.
   *
   * @param object without metadata
   */
  Faceless clean(byte[] object, ObjectType type, Animation animation)
      throws IOException, FaceRemoval.StillThere {
    Seen first = look(animation);
    if (first.faces == 0) {
      return Faceless.untouched(object, type, first.doubts);
    }
    if (type != ObjectType.GIF) {
      return Faceless.refused(
          new Quarantined(
              Quarantine.UNSUPPORTED_TYPE,
              "it is an animated %s with faces, which cannot be written anew. Convert it to GIF"
                      .formatted(type.mediaType())
                  + " and send it again."));
    }
    List<Rectangle> areas = new ArrayList<>(first.areas);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] covered = covered(object, areas);
      Seen again = look(covered);
      if (again.faces == 0) {
        return Faceless.coded(covered, type, first.faces, first.doubts);
      }
      areas.addAll(again.areas);
    }
    throw new FaceRemoval.StillThere();
  }

  private Seen look(byte[] gif) throws IOException {
    try (PictureFile file = PictureFile.open(gif, ObjectType.GIF)) {
      return look(Animation.in(gif, ObjectType.GIF, file).orElseThrow());
    }
  }

  private Seen look(Animation animation) throws IOException {
    ShownFrames stage = new ShownFrames(animation.width(), animation.height());
    Notes notes = new Notes(animation);
    for (int i = 0; i < animation.frames().size(); i++) {
      StillCleaning.goOn();
      Animation.Frame frame = animation.frames().get(i);
      int number = i;
      BufferedImage image = frame.decoder().read();
      stage.show(image, frame.place(), picture -> notes.take(removal.look(picture), 0, 0, number));
      // Under transparency a frame may hold what the stage does not show; a GIF's is one colour.
      if (animation.hides() && image.getColorModel().hasAlpha()) {
        notes.take(removal.look(image), frame.place().x(), frame.place().y(), number);
      }
    }
    return new Seen(notes.faces, notes.doubts, notes.areas);
  }

  /** What was found in the frames so far, in places of the whole animation. */
  private static final class Notes {

    private final List<Rectangle> areas = new ArrayList<>();
    private final Doubts doubts = new Doubts();
    private final int width;
    private final int height;
    private int faces;

    Notes(Animation animation) {
      width = animation.width();
      height = animation.height();
    }

    /** Takes what was found in a picture whose corner lies at (x, y). */
    void take(FaceDetector.Found found, int x, int y, int frame) {
      faces += found.faces().size();
      for (Box face : found.faces()) {
        areas.add(FaceRemoval.area(face.placed(1, x, y), width, height));
      }
      doubts.addFrame(
          found.doubtful().stream().map(box -> box.placed(1, x, y)).toList(), width, height, frame);
    }
  }

  /** The animation with these areas covered in each frame. */
  byte[] covered(byte[] gif, List<Rectangle> areas) throws IOException {
    return GifCover.covered(gif, areas, removal::cover);
  }
}
