package io.touchstone.deidentification.cleaning.image;

/**
 * Where a frame of an animation is drawn.
 *
 * @param x left side on the stage in pixels
 * @param y upper side
 * @param replaces whether its transparent pixels wipe out what was there
 */
public record Placement(int x, int y, boolean replaces, After after) {

  /** What becomes of a frame before the next one is drawn. */
  enum After {
    STAY,
    CLEAR,
    RESTORE
  }
}
