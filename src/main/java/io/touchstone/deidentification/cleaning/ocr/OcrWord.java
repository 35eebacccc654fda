package io.touchstone.deidentification.cleaning.ocr;

/**
 * A word that was read in a picture, in pixels from its upper left corner.
 *
 * @param text without spaces, not empty
 * @param sureness of the reader, 0 to 100
 */
public record OcrWord(String text, int x, int y, int width, int height, double sureness) {

  /** Both as one word. */
  OcrWord with(OcrWord next) {
    int left = Math.min(x, next.x);
    int top = Math.min(y, next.y);
    return new OcrWord(
        text + next.text,
        left,
        top,
        Math.max(x + width, next.x + next.width) - left,
        Math.max(y + height, next.y + next.height) - top,
        Math.min(sureness, next.sureness));
  }
}
