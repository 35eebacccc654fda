package io.touchstone.deidentification.cleaning.image;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** What a person sees of an animation, frame by frame. */
public final class ShownFrames {

  private BufferedImage canvas;

  /** A stage of that size, at first transparent. */
  public ShownFrames(int width, int height) {
    canvas = new BufferedImage(width, height, BufferedImage.TYPE_4BYTE_ABGR);
  }

  /** Draws a frame, lets the viewer look, and takes away what the frame does not leave. */
  public <E extends Exception> void show(BufferedImage frame, Placement place, Viewer<E> viewer)
      throws E {
    BufferedImage before = place.after() == Placement.After.RESTORE ? copy(canvas) : canvas;
    Graphics2D graphics = canvas.createGraphics();
    try {
      graphics.setComposite(place.replaces() ? AlphaComposite.Src : AlphaComposite.SrcOver);
      graphics.drawImage(frame, place.x(), place.y(), null);
      viewer.look(canvas);
      if (place.after() == Placement.After.CLEAR) {
        graphics.setComposite(AlphaComposite.Clear);
        graphics.fill(new Rectangle(place.x(), place.y(), frame.getWidth(), frame.getHeight()));
      }
    } finally {
      graphics.dispose();
    }
    canvas = before;
  }

  private static BufferedImage copy(BufferedImage image) {
    BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
    copy.setData(image.getRaster());
    return copy;
  }

  /** Looks at the stage while it stands. */
  public interface Viewer<E extends Exception> {

    /** The picture changes afterwards. */
    void look(BufferedImage picture) throws E;
  }
}
