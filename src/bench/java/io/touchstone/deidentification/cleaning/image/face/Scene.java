package io.touchstone.deidentification.cleaning.image.face;

import io.touchstone.deidentification.cleaning.image.FaceGallery;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** A picture with faces at known places. */
final class Scene {

  /** A head that is turned has an oval around it, in sides of the face. */
  private static final double HEAD = 1.9;

  private final BufferedImage image;
  private final List<Box> faces = new ArrayList<>();
  private final List<Rectangle2D> taken = new ArrayList<>();

  private Scene(BufferedImage image) {
    this.image = image;
  }

  static Scene on(BufferedImage background) {
    BufferedImage image =
        new BufferedImage(
            background.getWidth(), background.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    image.createGraphics().drawImage(background, 0, 0, null);
    return new Scene(image);
  }

  BufferedImage image() {
    return image;
  }

  List<Box> faces() {
    return faces;
  }

  /** Draws a portrait where there is room, so that its face has that side, turned clockwise. */
  void add(FaceGallery.Portrait portrait, int side, int angle, Random random) {
    BufferedImage scaled = scaled(portrait.image(), (double) side / portrait.side());
    double scale = (double) side / portrait.side();
    double middleX = (portrait.left() + portrait.side() / 2.) * scale;
    double middleY = (portrait.top() + portrait.side() / 2.) * scale;
    for (int tries = 0; tries < 500; tries++) {
      double x = random.nextInt(Math.max(1, image.getWidth() - scaled.getWidth()));
      double y = random.nextInt(Math.max(1, image.getHeight() - scaled.getHeight()));
      Rectangle2D place = new Rectangle2D.Double(x, y, scaled.getWidth(), scaled.getHeight());
      if (taken.stream().noneMatch(place::intersects)) {
        AffineTransform turn =
            AffineTransform.getRotateInstance(Math.toRadians(angle), x + middleX, y + middleY);
        draw(scaled, x, y, turn, angle == 0 ? 0 : side, x + middleX, y + middleY);
        Point2D middle = turn.transform(new Point2D.Double(x + middleX, y + middleY), null);
        faces.add(new Box(middle.getX() - side / 2., middle.getY() - side / 2., side, side, 1));
        taken.add(place);
        return;
      }
    }
    throw new IllegalStateException("There is no room for another face.");
  }

  private void draw(
      BufferedImage portrait,
      double x,
      double y,
      AffineTransform turn,
      int side,
      double middleX,
      double middleY) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.transform(turn);
    if (side > 0) {
      double head = side * HEAD;
      graphics.clip(
          new Ellipse2D.Double(middleX - head / 2, middleY - head / 2 - side * .1, head, head));
    }
    graphics.drawImage(portrait, AffineTransform.getTranslateInstance(x, y), null);
    graphics.dispose();
  }

  private static BufferedImage scaled(BufferedImage image, double scale) {
    Mat from = new Pixels(image).asStored();
    Mat to = new Mat(0, 0, CvType.CV_8UC3);
    try {
      Size size =
          new Size(
              Math.max(1, Math.round(image.getWidth() * scale)),
              Math.max(1, Math.round(image.getHeight() * scale)));
      Imgproc.resize(from, to, size, 0, 0, scale < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC);
      return image(to);
    } finally {
      from.release();
      to.release();
    }
  }

  private static BufferedImage image(Mat bgr) {
    BufferedImage image =
        new BufferedImage(bgr.width(), bgr.height(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] bytes = new byte[3 * bgr.width() * bgr.height()];
    bgr.get(0, 0, bytes);
    image.getRaster().setDataElements(0, 0, bgr.width(), bgr.height(), rgb(bytes));
    return image;
  }

  /** Data elements come in the order of colours, bytes of the image in the other one. */
  private static byte[] rgb(byte[] bgr) {
    byte[] rgb = bgr.clone();
    for (int i = 0; i < rgb.length; i += 3) {
      rgb[i] = bgr[i + 2];
      rgb[i + 2] = bgr[i];
    }
    return rgb;
  }

  /** Whether a box is on that face: their middles are near and their sides alike. */
  static boolean hits(Box box, Box face) {
    double x = box.x() + box.width() / 2 - face.x() - face.width() / 2;
    double y = box.y() + box.height() / 2 - face.y() - face.height() / 2;
    double ratio = box.width() / face.width();
    return Math.hypot(x, y) < face.width() / 2 && ratio > .5 && ratio < 2;
  }

  static FaceDetector.Found find(FaceDetector detector, BufferedImage image) {
    Mat bgr = new Pixels(image).asStored();
    try {
      return detector.find(bgr);
    } finally {
      bgr.release();
    }
  }
}
