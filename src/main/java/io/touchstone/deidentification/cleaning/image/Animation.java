package io.touchstone.deidentification.cleaning.image;

import io.touchstone.deidentification.cleaning.ObjectType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The frames of an animated picture and where each is drawn.
 *
 * @param width of the stage, so large that all of each frame lies on it
 * @param hides whether transparent pixels have colours of their own
 */
public record Animation(int width, int height, boolean hides, List<Frame> frames) {

  private static final String GIF = "javax_imageio_gif_image_1.0";

  /** One frame, decoded when it is needed. */
  public record Frame(Placement place, int width, int height, Decoder decoder) {}

  /** Reads the pixels of one frame. */
  public interface Decoder {

    /** The frame alone. */
    BufferedImage read() throws IOException;
  }

  /** Around these frames. */
  private static Animation of(List<Frame> frames, boolean hides) {
    int width = 1;
    int height = 1;
    for (Frame frame : frames) {
      width = Math.max(width, frame.place.x() + frame.width);
      height = Math.max(height, frame.place.y() + frame.height);
    }
    return new Animation(width, height, hides, frames);
  }

  /**
   * What is animated in an object.
   *
   * @param object without metadata
   * @param file the same, opened
   * @return empty for a picture that stands still; a GIF is always an animation, even of one frame
   */
  public static Optional<Animation> in(byte[] object, ObjectType type, PictureFile file)
      throws IOException {
    return switch (type) {
      case GIF -> Optional.of(of(gif(file), false));
      case WEBP -> placed(AnimatedWebp.places(object), file);
      case PNG -> AnimatedPng.frames(object).map(frames -> of(frames, true));
      default -> Optional.empty();
    };
  }

  private static List<Frame> gif(PictureFile file) throws IOException {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < file.count(); i++) {
      Element root = (Element) file.metadata(i).getAsTree(GIF);
      Element place = first(root, "ImageDescriptor");
      int x = Integer.parseInt(place.getAttribute("imageLeftPosition"));
      int y = Integer.parseInt(place.getAttribute("imageTopPosition"));
      frames.add(frame(file, i, new Placement(x, y, false, after(root))));
    }
    return frames;
  }

  private static Placement.After after(Element root) {
    Element control = first(root, "GraphicControlExtension");
    return switch (control == null ? "" : control.getAttribute("disposalMethod")) {
      case "restoreToBackgroundColor" -> Placement.After.CLEAR;
      case "restoreToPrevious" -> Placement.After.RESTORE;
      default -> Placement.After.STAY;
    };
  }

  private static Element first(Element root, String name) {
    NodeList found = root.getElementsByTagName(name);
    return (Element) found.item(0);
  }

  private static Optional<Animation> placed(List<Placement> places, PictureFile file)
      throws IOException {
    if (places.isEmpty()) {
      return Optional.empty();
    }
    if (places.size() != file.count()) {
      throw new IOException("Some frames cannot be read.");
    }
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      frames.add(frame(file, i, places.get(i)));
    }
    return Optional.of(of(frames, true));
  }

  private static Frame frame(PictureFile file, int index, Placement place) throws IOException {
    return new Frame(place, file.width(index), file.height(index), () -> file.read(index));
  }
}
