package io.touchstone.deidentification.cleaning.image.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.image.Portraits;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

  @ParameterizedTest(name = "a face of about {0} pixels")
  @ValueSource(ints = {56, 84, 112})
  void a_face_is_found_where_two_squares_of_the_first_look_meet(int size) {
    int side = 300 * size / Portraits.face(0, 0).width;
    double scale = side / 300.;
    Rectangle face = Portraits.face(0, 0);
    BufferedImage image = Portraits.plain(1920, 1080, BufferedImage.TYPE_3BYTE_BGR);
    // In pixels of the picture: six squares of 432 stand side by side on 1920, three on 1080.
    for (int border = 0; border < 5; border++) {
      double x = 432 / 2. + (1920 - 432) * (border + .5) / 5;
      double y = 432 / 2. + (1080 - 432) * .5 / 2;
      image
          .createGraphics()
          .drawImage(
              Portraits.scaled(side),
              (int) (x - (face.x + face.width / 2.) * scale),
              (int) (y - (face.y + face.height / 2.) * scale),
              null);
    }

    assertThat(find(image).faces()).hasSize(5);
  }

  @Test
  void after_a_change_only_what_lies_near_it_is_looked_for() {
    BufferedImage image = Portraits.plain(1920, 1080, BufferedImage.TYPE_3BYTE_BGR);
    image.createGraphics().drawImage(Portraits.scaled(150), 100, 100, null);
    image.createGraphics().drawImage(Portraits.scaled(150), 1500, 800, null);
    Mat bgr = new Pixels(image).asStored();
    try {
      Rectangle changed = new Rectangle(1500, 800, 150, 150);

      List<Box> found = detector.find(bgr, List.of(changed)).faces();

      assertThat(detector.find(bgr).faces()).hasSize(2);
      assertThat(found).hasSize(1);
      assertThat(changed.contains(found.get(0).grown(1, 1920, 1080))).isTrue();
    } finally {
      bgr.release();
    }
  }

  @Test
  void squares_about_changed_places_show_each_with_its_surroundings() {
    Random random = new Random(27);
    for (int round = 0; round < 200; round++) {
      int width = 1 + random.nextInt(2000);
      int height = 1 + random.nextInt(2000);
      List<Rectangle> places = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(4); i++) {
        int x = random.nextInt(width);
        int y = random.nextInt(height);
        places.add(
            new Rectangle(
                x, y, 1 + random.nextInt(width - x), 1 + random.nextInt(Math.min(90, height - y))));
      }

      List<Window> windows = Window.about(places, 24, width, height, 192, .25);

      assertThat(windows).hasSizeLessThanOrEqualTo(Window.tiles(width, height, 192, .25).size());
      for (Rectangle place : places) {
        Rectangle around = new Rectangle(place);
        around.grow(24, 24);
        Rectangle wanted = around.intersection(new Rectangle(width, height));
        for (int[] at : points(wanted)) {
          assertThat(windows).anyMatch(window -> window.seen(width, height).contains(at[0], at[1]));
        }
      }
    }
  }

  /** A grid over an area, its corners included. */
  private static List<int[]> points(Rectangle area) {
    List<int[]> points = new ArrayList<>();
    for (int down = 0; down <= 8; down++) {
      for (int across = 0; across <= 8; across++) {
        points.add(
            new int[] {
              area.x + (area.width - 1) * across / 8, area.y + (area.height - 1) * down / 8
            });
      }
    }
    return points;
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
