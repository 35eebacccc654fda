package io.touchstone.deidentification.cleaning.image.text;

import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.image.Animation;
import io.touchstone.deidentification.cleaning.image.AreaCover.Area;
import io.touchstone.deidentification.cleaning.image.PictureFile;
import io.touchstone.deidentification.cleaning.image.ShownFrames;
import io.touchstone.deidentification.cleaning.image.Turn;
import io.touchstone.deidentification.cleaning.ocr.OcrWord;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be read in areas that a person marked in a picture. */
final class AreaText {

  private final TextFinder finder;
  private final List<Rectangle> areas;
  private final Set<String> strings = new LinkedHashSet<>();

  AreaText(TextFinder finder, List<Area> areas) {
    this.finder = finder;
    this.areas =
        areas.stream().map(a -> new Rectangle(a.x(), a.y(), a.width(), a.height())).toList();
  }

  /** Neighbours on a line as one string, of all pages and frames, each once. */
  Set<String> of(byte[] picture, ObjectType type) throws IOException {
    try (PictureFile file = PictureFile.open(picture, type)) {
      Optional<Animation> animation = Animation.in(picture, type, file);
      if (animation.isPresent()) {
        frames(animation.get());
      } else {
        int[] turns = Turn.of(picture, type, file.count());
        for (int page = 0; page < file.count(); page++) {
          read(Turn.upright(file.read(page), turns[page]));
        }
      }
    }
    return strings;
  }

  private void frames(Animation animation) throws IOException {
    ShownFrames stage = new ShownFrames(animation.width(), animation.height());
    for (Animation.Frame frame : animation.frames()) {
      stage.show(frame.decoder().read(), frame.place(), this::read);
    }
  }

  private void read(BufferedImage image) throws IOException {
    finder.first(image).stream()
        .flatMap(passage -> passage.lines().stream())
        .forEach(line -> areas.forEach(area -> add(line, area)));
  }

  private void add(List<OcrWord> line, Rectangle area) {
    List<String> words = line.stream().filter(w -> liesIn(w, area)).map(OcrWord::text).toList();
    if (!words.isEmpty()) {
      strings.add(String.join(" ", words));
    }
  }

  private static boolean liesIn(OcrWord word, Rectangle area) {
    return area.contains(word.x() + word.width() / 2., word.y() + word.height() / 2.);
  }
}
