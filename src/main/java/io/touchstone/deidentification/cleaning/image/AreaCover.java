package io.touchstone.deidentification.cleaning.image;

import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.image.face.FaceCover;
import io.touchstone.deidentification.cleaning.image.face.FaceDetector;
import io.touchstone.deidentification.cleaning.image.face.FaceRemoval;
import io.touchstone.deidentification.cleaning.image.face.Obfuscation;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Covers what a person marked in a cleaned picture, in every page and frame of it. */
public final class AreaCover {

  private AreaCover() {}

  /**
   * An area of the upright picture, in whole pixels from its upper left corner; what lies outside
   * of the picture is cut.
   */
  public record Area(int x, int y, int width, int height) {

    private Rectangle rectangle() {
      return new Rectangle(x, y, width, height);
    }
  }

  /**
   * The picture with black in the place of the areas, coded anew as cleaning does.
   *
   * @param picture cleaned before
   * @param type of it
   * @throws IOException if it cannot be read, or is an animation that cannot be written
   */
  public static Cleaned cover(byte[] picture, ObjectType type, List<Area> areas)
      throws IOException {
    FaceRemoval removal =
        new FaceRemoval(new FaceDetector(), new FaceCover(Obfuscation.FILL, picture));
    List<Rectangle> rectangles = areas.stream().map(Area::rectangle).toList();
    try (PictureFile file = PictureFile.open(picture, type)) {
      Optional<Animation> animation = Animation.in(picture, type, file);
      if (animation.isPresent()) {
        return animated(picture, type, removal, rectangles);
      }
      int[] turns = Turn.of(picture, type, file.count());
      if (type == ObjectType.TIFF) {
        return pages(file, turns, removal, rectangles);
      }
      BufferedImage image = covered(Turn.upright(file.read(0), turns[0]), removal, rectangles);
      if (type == ObjectType.JPEG) {
        return cleaned(PictureWriter.jpeg(image), type, areas.size());
      }
      byte[] png = PictureWriter.png(image);
      byte[] coded = type == ObjectType.PNG ? PngColours.carried(picture, png) : png;
      return cleaned(coded, ObjectType.PNG, areas.size());
    }
  }

  private static Cleaned animated(
      byte[] picture, ObjectType type, FaceRemoval removal, List<Rectangle> areas)
      throws IOException {
    if (type != ObjectType.GIF) {
      throw new IOException("An animation of this kind cannot be written.");
    }
    return cleaned(new AnimationCleaning(removal).covered(picture, areas), type, areas.size());
  }

  private static Cleaned pages(
      PictureFile file, int[] turns, FaceRemoval removal, List<Rectangle> areas)
      throws IOException {
    try (PictureWriter writer = PictureWriter.tiff()) {
      for (int page = 0; page < file.count(); page++) {
        writer.add(covered(Turn.upright(file.read(page), turns[page]), removal, areas));
      }
      return cleaned(writer.pages(), ObjectType.TIFF, areas.size());
    }
  }

  private static BufferedImage covered(
      BufferedImage image, FaceRemoval removal, List<Rectangle> areas) {
    areas.forEach(area -> removal.cover(image, area));
    return image;
  }

  private static Cleaned cleaned(byte[] object, ObjectType type, int areas) {
    return new Cleaned(object, type, Map.of("area", areas), 0);
  }
}
