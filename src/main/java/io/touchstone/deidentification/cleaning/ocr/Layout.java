package io.touchstone.deidentification.cleaning.ocr;

/** What a reader takes a picture for. */
public enum Layout {
  /** A page of columns and paragraphs. */
  PAGE("3"),
  /** Words anywhere, as on a screen or a badge. */
  SCATTERED("11");

  private final String mode;

  Layout(String mode) {
    this.mode = mode;
  }

  /** Tesseract's page segmentation mode. */
  String mode() {
    return mode;
  }
}
