package io.touchstone.agreement.span;

/**
 * A marked part of an item: a box on an image, or a stretch of time or text, which is a box of
 * height 1. Coordinates are continuous; the far edges do not belong to it.
 *
 * @param width above 0
 * @param height above 0
 */
public record Region(double x, double y, double width, double height, String label)
    implements Comparable<Region> {

  public Region {
    boolean finite =
        Double.isFinite(x)
            && Double.isFinite(y)
            && Double.isFinite(x + width)
            && Double.isFinite(y + height)
            && Double.isFinite(width * height);
    if (!finite || width <= 0 || height <= 0 || width * height <= 0) {
      throw new IllegalArgumentException(
          "A marked part has finite coordinates and a size above zero; a stretch starts before it"
              + " ends.");
    }
  }

  /** A stretch from start to end. */
  public static Region stretch(double start, double end, String label) {
    return new Region(start, 0, end - start, 1, label);
  }

  double right() {
    return x + width;
  }

  boolean isAt(Region other) {
    return x == other.x && y == other.y && width == other.width && height == other.height;
  }

  /** Size of the part that both mark. */
  double common(Region other) {
    double across = Math.min(right(), other.right()) - Math.max(x, other.x);
    double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
    return across <= 0 || down <= 0 ? 0 : across * down;
  }

  /** Intersection over union, 0 to 1. */
  double overlap(Region other) {
    if (isAt(other)) {
      return 1;
    }
    double common = common(other);
    return common / (width * height + other.width * other.height - common);
  }

  @Override
  public int compareTo(Region other) {
    int order = Double.compare(x, other.x);
    order = order != 0 ? order : Double.compare(other.width, width);
    order = order != 0 ? order : Double.compare(y, other.y);
    order = order != 0 ? order : Double.compare(other.height, height);
    return order != 0 ? order : label.compareTo(other.label);
  }
}
