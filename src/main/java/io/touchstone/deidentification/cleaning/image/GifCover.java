package io.touchstone.deidentification.cleaning.image;

import io.touchstone.deidentification.cleaning.ObjectType;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;

/** Covers places of an animation in each of its frames, which lie where they like in the whole. */
public final class GifCover {

  private GifCover() {}

  /**
   * The animation with these areas covered in each frame.
   *
   * @param areas of the whole picture
   * @param cover of one frame, in the frame's own coordinates
   */
  public static byte[] covered(
      byte[] gif, List<Rectangle> areas, BiConsumer<BufferedImage, Rectangle> cover)
      throws IOException {
    try (PictureFile file = PictureFile.open(gif, ObjectType.GIF);
        PictureWriter writer = PictureWriter.gif(file.metadata())) {
      List<Animation.Frame> frames = Animation.in(gif, ObjectType.GIF, file).orElseThrow().frames();
      for (int i = 0; i < frames.size(); i++) {
        BufferedImage image = frames.get(i).decoder().read();
        for (Rectangle area : areas) {
          Rectangle moved = new Rectangle(area);
          moved.translate(-frames.get(i).place().x(), -frames.get(i).place().y());
          cover.accept(image, moved);
        }
        writer.add(image, file.metadata(i));
      }
      return writer.pages();
    }
  }
}
