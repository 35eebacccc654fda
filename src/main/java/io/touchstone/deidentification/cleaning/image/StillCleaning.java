package io.touchstone.deidentification.cleaning.image;

import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.image.face.Box;
import io.touchstone.deidentification.cleaning.image.face.Doubts;
import io.touchstone.deidentification.cleaning.image.face.FaceDetector;
import io.touchstone.deidentification.cleaning.image.face.FaceRemoval;
import io.touchstone.deidentification.cleaning.image.face.Faceless;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;

/** Takes faces out of pictures that stand still: one, or the pages of a TIFF. */
public final class StillCleaning {

  private final FaceRemoval removal;

  StillCleaning(FaceRemoval removal) {
    this.removal = removal;
  }

  /**
   * Looks at all pictures before it codes any.
   *
   * @param object without metadata but for how it is to be turned
   * @param file the same, opened
   */
  Faceless clean(byte[] object, ObjectType type, PictureFile file)
      throws IOException, FaceRemoval.StillThere {
    int[] turns = Turn.of(object, type, file.count());
    if (type != ObjectType.TIFF) {
      return single(object, type, Turn.upright(file.read(0), turns[0]));
    }
    List<List<Box>> faces = new ArrayList<>();
    Doubts doubts = new Doubts();
    for (int page = 0; page < file.count(); page++) {
      goOn();
      BufferedImage image = Turn.upright(file.read(page), turns[page]);
      FaceDetector.Found found = removal.look(image);
      faces.add(found.faces());
      doubts.add(found.doubtful(), image.getWidth(), image.getHeight(), page);
    }
    return faces.stream().allMatch(List::isEmpty)
        ? Faceless.untouched(object, type, doubts)
        : pages(file, turns, faces, doubts);
  }

  private Faceless single(byte[] object, ObjectType type, BufferedImage image)
      throws IOException, FaceRemoval.StillThere {
    FaceDetector.Found found = removal.look(image);
    Doubts doubts = new Doubts();
    doubts.add(found.doubtful(), image.getWidth(), image.getHeight(), 0);
    if (found.faces().isEmpty()) {
      return Faceless.untouched(object, type, doubts);
    }
    int faces = removal.remove(image, found.faces());
    if (type == ObjectType.JPEG) {
      return Faceless.coded(PictureWriter.jpeg(image), type, faces, doubts);
    }
    byte[] png = PictureWriter.png(image);
    byte[] coded = type == ObjectType.PNG ? PngColours.carried(object, png) : png;
    return Faceless.coded(coded, ObjectType.PNG, faces, doubts);
  }

  private Faceless pages(PictureFile file, int[] turns, List<List<Box>> found, Doubts doubts)
      throws IOException, FaceRemoval.StillThere {
    int faces = 0;
    try (PictureWriter writer = PictureWriter.tiff()) {
      for (int page = 0; page < file.count(); page++) {
        goOn();
        BufferedImage image = Turn.upright(file.read(page), turns[page]);
        if (!found.get(page).isEmpty()) {
          faces += removal.remove(image, found.get(page));
        }
        writer.add(image);
      }
      return Faceless.coded(writer.pages(), ObjectType.TIFF, faces, doubts);
    }
  }

  /** A cleaning that took too long is stopped between two pages or frames. */
  public static void goOn() throws InterruptedIOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("Cleaning was stopped.");
    }
  }
}
