package io.touchstone.deidentification.cleaning.image.face;

/**
 * What stands where a face was. Blur and mosaic alone are not offered: whoever has another photo of
 * a person, and treats it likewise, finds that person again.
 */
public enum Obfuscation {
  /** Black: nothing of the face is left. */
  FILL,
  /**
   * Sixteen squares of mean colour under strong noise. Weaker: a person can be told from others
   * somewhat more often than by chance; pictures look less broken.
   */
  NOISE
}
