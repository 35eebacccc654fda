package io.touchstone.deidentification.cleaning.image.face;

import io.touchstone.deidentification.cleaning.image.Portraits;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.opencv.core.Mat;

/** Pictures with one place that the detector is unsure of, whatever its thresholds. */
public final class DoubtfulPictures {

  static final int WIDTH = 400;
  static final int HEIGHT = 340;

  private static final int X = 60;
  private static final int Y = 30;
  private static final int FAINTEST = 5;

  /** The astronaut, faded until the detector was no more sure of her face. */
  private static final int OPACITY =
      IntStream.iterate(95, percent -> percent >= FAINTEST, percent -> percent - 1)
          .filter(percent -> isDoubtful(faded(percent)))
          .findFirst()
          .orElseThrow();

  private DoubtfulPictures() {}

  /** A PNG; another number makes another dot in it. */
  public static byte[] png(int number) {
    return Portraits.coded(picture(number), "png");
  }

  static BufferedImage picture(int number) {
    BufferedImage image = faded(OPACITY);
    image.setRGB(number, 0, 0xffffff);
    return image;
  }

  /** Where the face is. */
  static Rectangle face() {
    return Portraits.face(X, Y);
  }

  private static BufferedImage faded(int percent) {
    BufferedImage image = Portraits.plain(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = image.createGraphics();
    graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, percent / 100f));
    graphics.drawImage(Portraits.decoded(Portraits.bytes("astronaut.jpg")), X, Y, null);
    graphics.dispose();
    return image;
  }

  private static boolean isDoubtful(BufferedImage image) {
    FaceDetector detector = Detector.SHARED;
    Mat bgr = new Pixels(image).asStored();
    try {
      FaceDetector.Found found = detector.find(bgr);
      return found.faces().isEmpty() && found.doubtful().size() == 1;
    } finally {
      bgr.release();
    }
  }

  /** Of its own, because it is needed while the fields above are made; loads the native code. */
  private static final class Detector {
    static final FaceDetector SHARED = new FaceDetector();
  }
}
