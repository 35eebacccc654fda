package io.touchstone.deidentification.cleaning.image.face;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * A square through which a network looks at a picture; what lies beyond the picture is black.
 *
 * @param x left side in pixels of the picture, may be negative
 * @param y upper side, likewise
 * @param side in pixels, at least 1
 */
record Window(int x, int y, int side) {

  /** The whole picture in the middle of a square that is larger by a factor. */
  static Window whole(int width, int height, int factor) {
    int side = factor * Math.max(width, height);
    return new Window((width - side) / 2, (height - side) / 2, side);
  }

  /** A square about the middle of a box, larger by a factor. */
  static Window around(Box box, double factor) {
    int side = (int) Math.ceil(Math.max(box.width(), box.height()) * factor);
    return new Window(
        (int) Math.round(box.x() + box.width() / 2 - side / 2.),
        (int) Math.round(box.y() + box.height() / 2 - side / 2.),
        Math.max(1, side));
  }

  /**
   * Squares of one size that cover a picture.
   *
   * @param overlap of two neighbours as part of the side, at least
   */
  static List<Window> tiles(int width, int height, int side, double overlap) {
    List<Window> tiles = new ArrayList<>();
    for (int y : starts(height, side, overlap)) {
      for (int x : starts(width, side, overlap)) {
        tiles.add(new Window(x, y, side));
      }
    }
    return tiles;
  }

  /**
   * Squares of one size that show some places of a picture and what is around them, or those that
   * cover it all if these are no more.
   *
   * @param margin around each place, at least, where the picture goes on
   */
  static List<Window> about(
      List<Rectangle> places, int margin, int width, int height, int side, double overlap) {
    List<Window> all = tiles(width, height, side, overlap);
    List<Window> some = new ArrayList<>();
    for (Rectangle place : places) {
      Rectangle wanted = new Rectangle(place);
      wanted.grow(margin, margin);
      Rectangle shown = wanted.intersection(new Rectangle(width, height));
      if (some.stream().noneMatch(window -> window.square().contains(shown))) {
        tiles(shown.width, shown.height, side, overlap).stream()
            .map(tile -> tile.within(shown, width, height))
            .forEach(some::add);
      }
    }
    return some.size() < all.size() ? some : all;
  }

  /** A tile of an area, moved so that it shows as little as possible of what is no picture. */
  private Window within(Rectangle area, int width, int height) {
    return new Window(inside(area.x + x, width), inside(area.y + y, height), side);
  }

  private int inside(int start, int length) {
    return length <= side ? (length - side) / 2 : Math.max(0, Math.min(start, length - side));
  }

  private Rectangle square() {
    return new Rectangle(x, y, side, side);
  }

  private static int[] starts(int length, int side, double overlap) {
    if (length <= side) {
      return new int[] {(length - side) / 2};
    }
    int steps = (int) Math.ceil((length - side) / (side * (1 - overlap)));
    int[] starts = new int[steps + 1];
    for (int step = 0; step <= steps; step++) {
      starts[step] = (int) Math.round((double) (length - side) * step / steps);
    }
    return starts;
  }

  /** The part of the picture that is seen; may be empty. */
  Rectangle seen(int width, int height) {
    return square().intersection(new Rectangle(width, height));
  }
}
