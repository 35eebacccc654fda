package io.touchstone.deidentification.cleaning.image.face;

import java.awt.Rectangle;

/**
 * An upright rectangle in a picture, in pixels from its upper left corner.
 *
 * @param score how sure the detector is that it is a face, 0 to 1
 */
public record Box(double x, double y, double width, double height, double score) {

  /** The same rectangle in a picture in which this one's corner lies at (dx, dy), scaled before. */
  public Box placed(double scale, double dx, double dy) {
    return new Box(x * scale + dx, y * scale + dy, width * scale, height * scale, score);
  }

  /** The same rectangle with another score. */
  Box scored(double another) {
    return new Box(x, y, width, height, another);
  }

  /** Grown about its middle, whole pixels, cut at the picture's borders; may be empty. */
  Rectangle grown(double factor, int pictureWidth, int pictureHeight) {
    int left = (int) Math.floor(x - width * (factor - 1) / 2);
    int top = (int) Math.floor(y - height * (factor - 1) / 2);
    int right = (int) Math.ceil(x + width * (factor + 1) / 2);
    int bottom = (int) Math.ceil(y + height * (factor + 1) / 2);
    return new Rectangle(left, top, right - left, bottom - top)
        .intersection(new Rectangle(pictureWidth, pictureHeight));
  }

  /** Intersection over union, 0 (apart) to 1 (the same). */
  double overlap(Box other) {
    double shared = shared(other);
    return shared / (area() + other.area() - shared);
  }

  /** Which part of the smaller of the two lies in the other, 0 to 1. */
  double containment(Box other) {
    return shared(other) / Math.min(area(), other.area());
  }

  private double area() {
    return width * height;
  }

  private double shared(Box other) {
    double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
    double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
    return Math.max(0, across) * Math.max(0, down);
  }
}
