package io.touchstone.deidentification.cleaning.image.text;

import io.touchstone.deidentification.cleaning.image.face.Pixels;
import io.touchstone.deidentification.cleaning.ocr.GreyPicture;
import io.touchstone.deidentification.cleaning.ocr.Layout;
import io.touchstone.deidentification.cleaning.ocr.OcrWord;
import io.touchstone.deidentification.cleaning.ocr.Passage;
import io.touchstone.deidentification.cleaning.ocr.Tesseract;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Reads a decoded picture that stands upright, in the colours that are stored and, where something
 * lets through, also as it looks on white. The second look takes the picture otherwise than the
 * first, because each of them overlooks other words.
 */
final class TextFinder {

  /** No letter has room in less, in pixels a side. */
  private static final int SMALLEST = 8;

  /** Pixels of a picture as it is read: above it is made smaller. */
  private static final double MOST = 9_000_000;

  /** Longest side that the reader takes. */
  private static final double LONGEST = 16_000;

  /** How much larger the second look sees a picture, if it stays below a size. */
  private static final double LARGER = 1.5;

  private static final double LARGEST = 4_000_000;

  private final Tesseract reader;
  private final List<String> languages;

  TextFinder(Tesseract reader, List<String> languages) {
    this.reader = reader;
    this.languages = languages;
  }

  /** As a page, at its size. */
  List<Passage> first(BufferedImage image) throws IOException {
    return look(image, List.of(), Layout.PAGE, 1);
  }

  /**
   * As scattered words, small pictures larger.
   *
   * @param covered what was covered before; its edges would be read as letters
   */
  List<Passage> again(BufferedImage image, List<Rectangle> covered) throws IOException {
    boolean small = LARGER * LARGER * image.getWidth() * image.getHeight() <= LARGEST;
    return look(image, covered, Layout.SCATTERED, small ? LARGER : 1);
  }

  private List<Passage> look(
      BufferedImage image, List<Rectangle> covered, Layout layout, double factor)
      throws IOException {
    Pixels pixels = new Pixels(image);
    List<Passage> read = new ArrayList<>(look(pixels.asStored(), covered, layout, factor));
    if (pixels.letThrough()) {
      read.addAll(look(pixels.onWhite(), covered, layout, factor));
    }
    return read;
  }

  private List<Passage> look(Mat bgr, List<Rectangle> covered, Layout layout, double factor)
      throws IOException {
    Mat grey = new Mat();
    try {
      Imgproc.cvtColor(bgr, grey, Imgproc.COLOR_BGR2GRAY);
      CoveredBoxes.in(grey).forEach(area -> blank(grey, area));
      covered.forEach(area -> blank(grey, area));
      double scale = scale(grey, factor);
      resize(grey, scale);
      if (grey.width() < SMALLEST || grey.height() < SMALLEST) {
        return List.of();
      }
      byte[] bytes = new byte[grey.width() * grey.height()];
      grey.get(0, 0, bytes);
      GreyPicture picture = new GreyPicture(grey.width(), grey.height(), bytes);
      return reader.read(picture, languages, layout).stream().map(p -> placed(p, scale)).toList();
    } finally {
      bgr.release();
      grey.release();
    }
  }

  /** As light as what surrounds it, for the reader alone. */
  private static void blank(Mat grey, Rectangle area) {
    Rectangle whole = new Rectangle(grey.width(), grey.height());
    Rectangle ring = new Rectangle(area);
    ring.grow(1, 1);
    ring = ring.intersection(whole);
    Rectangle inner = area.intersection(whole);
    if (inner.isEmpty()) {
      return;
    }
    double sum = 0;
    for (int x = ring.x; x < ring.x + ring.width; x++) {
      sum += grey.get(ring.y, x)[0] + grey.get(ring.y + ring.height - 1, x)[0];
    }
    Imgproc.rectangle(
        grey,
        new Rect(inner.x, inner.y, inner.width, inner.height),
        new Scalar(sum / 2 / ring.width),
        Imgproc.FILLED);
  }

  private static double scale(Mat grey, double factor) {
    double fits = Math.sqrt(MOST / ((double) grey.width() * grey.height()));
    double side = LONGEST / Math.max(grey.width(), grey.height());
    return Math.min(factor, Math.min(fits, side));
  }

  private static void resize(Mat grey, double scale) {
    if (scale != 1) {
      Size size =
          new Size(
              Math.max(1, Math.round(grey.width() * scale)),
              Math.max(1, Math.round(grey.height() * scale)));
      Imgproc.resize(grey, grey, size, 0, 0, scale > 1 ? Imgproc.INTER_CUBIC : Imgproc.INTER_AREA);
    }
  }

  /** In the picture's own pixels. */
  private static Passage placed(Passage passage, double scale) {
    return new Passage(
        passage.lines().stream()
            .map(line -> line.stream().map(word -> placed(word, scale)).toList())
            .toList());
  }

  private static OcrWord placed(OcrWord word, double scale) {
    int left = (int) Math.floor(word.x() / scale);
    int top = (int) Math.floor(word.y() / scale);
    int right = (int) Math.ceil((word.x() + word.width()) / scale);
    int bottom = (int) Math.ceil((word.y() + word.height()) / scale);
    return new OcrWord(word.text(), left, top, right - left, bottom - top, word.sureness());
  }
}
