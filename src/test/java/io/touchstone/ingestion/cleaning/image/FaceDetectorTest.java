package io.touchstone.ingestion.cleaning.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Mat;

/** Faces are found where they are, small ones and those that fill the picture. */
class FaceDetectorTest {

  private final FaceDetector detector = new FaceDetector();

  @ParameterizedTest(name = "a face of about {0} pixels in 1920 x 1080")
  @ValueSource(ints = {32, 64, 128, 400})
  void a_face_is_found_at_any_size(int size) {
    Rectangle face = Portraits.face(0, 0);
    int side = 300 * size / face.width;
    BufferedImage image = Portraits.plain(1920, 1080, BufferedImage.TYPE_3BYTE_BGR);
    image.createGraphics().drawImage(Portraits.scaled(side), 700, 50, null);

    List<Box> found = find(image).faces();

    assertThat(found).hasSize(1);
    double scale = side / 300.;
    Box expected =
        new Box(
            700 + face.x * scale, 50 + face.y * scale, face.width * scale, face.height * scale, 1);
    assertThat(found.get(0).overlap(expected)).isGreaterThan(.5);
  }

  @Test
  void a_face_that_fills_the_picture_is_found() {
    Rectangle face = Portraits.face(0, 0);
    BufferedImage image =
        Portraits.decoded(Portraits.bytes("astronaut.jpg"))
            .getSubimage(face.x, face.y, face.width, face.height);
    BufferedImage copy = new BufferedImage(face.width, face.height, BufferedImage.TYPE_3BYTE_BGR);
    copy.createGraphics().drawImage(image, 0, 0, null);

    assertThat(find(copy).faces()).hasSize(1);
  }

  @Test
  void nothing_is_found_where_nothing_is_and_a_single_pixel_does_no_harm() {
    for (int[] size : new int[][] {{1, 1}, {1, 3000}, {3000, 1}, {800, 600}}) {
      FaceDetector.Found found =
          find(Portraits.plain(size[0], size[1], BufferedImage.TYPE_3BYTE_BGR));

      assertThat(found.faces()).isEmpty();
      assertThat(found.doubtful()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0} pixels")
  @ValueSource(ints = {1, 431, 432, 433, 1000, 1920})
  void tiles_cover_a_picture_and_whatever_is_smaller_than_their_overlap_lies_in_one(int length) {
    List<Window> tiles = Window.tiles(length, 1, 432, .25);

    for (int x = 0; x < length; x++) {
      int from = x;
      int to = Math.min(length, x + 432 / 4);
      assertThat(tiles).anyMatch(tile -> tile.x() <= from && to <= tile.x() + tile.side());
    }
  }

  private FaceDetector.Found find(BufferedImage image) {
    Mat bgr = new Pixels(image).asStored();
    try {
      return detector.find(bgr);
    } finally {
      bgr.release();
    }
  }
}
