package io.touchstone.deidentification.cleaning.image.face;

/**
 * The networks of one thread.
 *
 * @param full sees small faces
 * @param shorter sees near ones
 */
record Networks(FaceNet full, FaceNet shorter) {

  /**
   * Loads them.
   *
   * @throws IllegalStateException if they are not those that were measured
   */
  static Networks load() {
    return new Networks(new FaceNet(FaceNet.Range.FULL), new FaceNet(FaceNet.Range.SHORT));
  }
}
