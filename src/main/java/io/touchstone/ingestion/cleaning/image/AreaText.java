package io.touchstone.ingestion.cleaning.image;

import io.touchstone.ingestion.cleaning.ObjectType;
import io.touchstone.ingestion.cleaning.image.AreaCover.Area;
import io.touchstone.ingestion.cleaning.ocr.Word;
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
    Stage stage = new Stage(animation.width(), animation.height());
    for (Animation.Frame frame : animation.frames()) {
      stage.show(frame.decoder().read(), frame.place(), this::read);
    }
  }

  private void read(BufferedImage image) throws IOException {
    finder.first(image).stream()
        .flatMap(passage -> passage.lines().stream())
        .forEach(line -> areas.forEach(area -> add(line, area)));
  }

  private void add(List<Word> line, Rectangle area) {
    List<String> words = line.stream().filter(w -> liesIn(w, area)).map(Word::text).toList();
    if (!words.isEmpty()) {
      strings.add(String.join(" ", words));
    }
  }

  private static boolean liesIn(Word word, Rectangle area) {
    return area.contains(word.x() + word.width() / 2., word.y() + word.height() / 2.);
  }
}
