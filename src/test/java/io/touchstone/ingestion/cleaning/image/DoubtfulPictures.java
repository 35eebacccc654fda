package io.touchstone.ingestion.cleaning.image;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.opencv.core.Mat;

/** Pictures with one place that the detector is unsure of, whatever its thresholds. */
public final class DoubtfulPictures {

  private static final int FAINTEST = 5;
  private static final FaceDetector DETECTOR = new FaceDetector();

  /**
   * @param face where the astronaut's face is
   */
  record Doubtful(BufferedImage image, Rectangle face) {}

  private DoubtfulPictures() {}

  /** A PNG of 480 x 360; another number places the face elsewhere. */
  public static byte[] png(int number) {
    return Portraits.coded(of(number).image, "png");
  }

  /** The astronaut, fading until the detector is no more sure of her face. */
  static Doubtful of(int number) {
    int x = 40 + 7 * number;
    return IntStream.iterate(95, faint -> faint >= FAINTEST, faint -> faint - 1)
        .mapToObj(percent -> new Doubtful(faded(percent / 100f, x), Portraits.face(x, 30)))
        .filter(picture -> isDoubtful(picture.image))
        .findFirst()
        .orElseThrow();
  }

  private static BufferedImage faded(float opacity, int x) {
    BufferedImage image = Portraits.plain(480, 360, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = image.createGraphics();
    graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, opacity));
    graphics.drawImage(Portraits.decoded(Portraits.bytes("astronaut.jpg")), x, 30, null);
    graphics.dispose();
    return image;
  }

  private static boolean isDoubtful(BufferedImage image) {
    Mat bgr = new Pixels(image).asStored();
    try {
      FaceDetector.Found found = DETECTOR.find(bgr);
      List<Box> doubtful = found.doubtful();
      return found.faces().isEmpty() && doubtful.size() == 1;
    } finally {
      bgr.release();
    }
  }
}
