package io.touchstone.deidentification.cleaning.image.text;

import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.image.Animation;
import io.touchstone.deidentification.cleaning.image.GifCover;
import io.touchstone.deidentification.cleaning.image.PictureFile;
import io.touchstone.deidentification.cleaning.image.PictureWriter;
import io.touchstone.deidentification.cleaning.image.PngColours;
import io.touchstone.deidentification.cleaning.image.ShownFrames;
import io.touchstone.deidentification.cleaning.image.StillCleaning;
import io.touchstone.deidentification.cleaning.image.Turn;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes text out of the pictures of one file and codes them anew where there was some. */
final class TextCover {

  private static final int ROUNDS = 5;

  private final TextRemoval removal;

  TextCover(TextRemoval removal) {
    this.removal = removal;
  }

  /**
   * A file after its text was covered.
   *
   * @param areas how many were covered; of an animation once for all frames
   */
  record Coded(byte[] object, ObjectType type, int areas) {}

  /** An animation that cannot be written shows text that has to go. */
  static final class NotWritable extends Exception {

    private static final long serialVersionUID = 1;

    NotWritable() {
      super("An animation of this kind cannot be written.");
    }
  }

  /**
   * Of all pages and frames.
   *
   * @param file the same object, opened
   * @return empty if nothing had to be covered
   */
  Optional<Coded> cover(byte[] object, ObjectType type, PictureFile file)
      throws IOException, TextRemoval.StillThere, NotWritable {
    Optional<Animation> animation = Animation.in(object, type, file);
    if (animation.isPresent()) {
      return frames(object, type, animation.get());
    }
    int[] turns = Turn.of(object, type, file.count());
    return type == ObjectType.TIFF
        ? pages(file, turns)
        : single(object, type, Turn.upright(file.read(0), turns[0]));
  }

  private Optional<Coded> single(byte[] object, ObjectType type, BufferedImage image)
      throws IOException, TextRemoval.StillThere {
    int areas = removal.remove(image, 0).size();
    if (areas == 0) {
      return Optional.empty();
    }
    if (type == ObjectType.JPEG) {
      return Optional.of(new Coded(PictureWriter.jpeg(image), type, areas));
    }
    byte[] png = PictureWriter.png(image);
    byte[] coded = type == ObjectType.PNG ? PngColours.carried(object, png) : png;
    return Optional.of(new Coded(coded, ObjectType.PNG, areas));
  }

  private Optional<Coded> pages(PictureFile file, int[] turns)
      throws IOException, TextRemoval.StillThere {
    List<List<Rectangle>> areas = new ArrayList<>();
    int count = 0;
    for (int page = 0; page < file.count(); page++) {
      areas.add(removal.remove(Turn.upright(file.read(page), turns[page]), page));
      count += areas.get(page).size();
    }
    if (count == 0) {
      return Optional.empty();
    }
    try (PictureWriter writer = PictureWriter.tiff()) {
      for (int page = 0; page < file.count(); page++) {
        StillCleaning.goOn();
        BufferedImage image = Turn.upright(file.read(page), turns[page]);
        areas.get(page).forEach(area -> removal.cover(image, area));
        writer.add(image);
      }
      return Optional.of(new Coded(writer.pages(), ObjectType.TIFF, count));
    }
  }

  /** A frame may show what an earlier one drew, so text of any frame is covered in all of them. */
  private Optional<Coded> frames(byte[] object, ObjectType type, Animation animation)
      throws IOException, TextRemoval.StillThere, NotWritable {
    List<Rectangle> areas = new ArrayList<>(look(animation, removal::first));
    byte[] covered = object;
    for (int round = 0; round < ROUNDS; round++) {
      covered = areas.isEmpty() ? object : covered(object, type, areas);
      List<Rectangle> more = lookAgain(covered, type, areas);
      if (more.isEmpty()) {
        return areas.isEmpty()
            ? Optional.empty()
            : Optional.of(new Coded(covered, type, areas.size()));
      }
      areas.addAll(more);
    }
    throw new TextRemoval.StillThere();
  }

  private byte[] covered(byte[] object, ObjectType type, List<Rectangle> areas)
      throws IOException, NotWritable {
    if (type != ObjectType.GIF) {
      throw new NotWritable();
    }
    return GifCover.covered(object, areas, removal::cover);
  }

  private List<Rectangle> lookAgain(byte[] object, ObjectType type, List<Rectangle> covered)
      throws IOException {
    try (PictureFile file = PictureFile.open(object, type)) {
      return look(
          Animation.in(object, type, file).orElseThrow(),
          (picture, frame) -> removal.again(picture, covered));
    }
  }

  /** Looks at one picture. */
  private interface Look {

    List<Rectangle> at(BufferedImage picture, int frame) throws IOException;
  }

  /** At the stage after each frame, and at each frame by itself where it hides something. */
  private static List<Rectangle> look(Animation animation, Look look) throws IOException {
    ShownFrames stage = new ShownFrames(animation.width(), animation.height());
    List<Rectangle> areas = new ArrayList<>();
    for (int number = 0; number < animation.frames().size(); number++) {
      Animation.Frame frame = animation.frames().get(number);
      int current = number;
      StillCleaning.goOn();
      BufferedImage image = frame.decoder().read();
      stage.show(image, frame.place(), picture -> areas.addAll(look.at(picture, current)));
      if (animation.hides() && image.getColorModel().hasAlpha()) {
        for (Rectangle area : look.at(image, current)) {
          area.translate(frame.place().x(), frame.place().y());
          areas.add(area);
        }
      }
    }
    return areas;
  }
}
