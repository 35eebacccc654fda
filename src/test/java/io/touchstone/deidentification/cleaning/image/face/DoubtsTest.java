package io.touchstone.deidentification.cleaning.image.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.DoubtfulPlace;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.image.ImageCleaner;
import io.touchstone.deidentification.cleaning.image.Portraits;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where a person should look is told in parts of the upright picture. */
class DoubtsTest {

  private static Box box(double x, double y, double score) {
    return new Box(x, y, 20, 20, score);
  }

  /** A box of 20 with 15 % more at each side, 26, in 200 x 100 pixels. */
  @Test
  void a_place_is_what_would_be_covered_in_parts_of_the_picture() {
    Doubts doubts = new Doubts();
    doubts.add(List.of(box(43, 23, .5), box(190, 0, .6)), 200, 100, 3);

    assertThat(doubts.count()).isEqualTo(2);
    DoubtfulPlace surest = doubts.places().get(0);
    assertThat(surest.x() + surest.width()).as("cut at the border").isEqualTo(1);
    assertThat(surest.y()).isZero();
    DoubtfulPlace other = doubts.places().get(1);
    assertThat(other.x()).isCloseTo(40 / 200., within(1e-9));
    assertThat(other.y()).isCloseTo(20 / 100., within(1e-9));
    assertThat(other.width()).isCloseTo(26 / 200., within(1e-9));
    assertThat(other.height()).isCloseTo(26 / 100., within(1e-9));
    assertThat(other.page()).isEqualTo(3);
  }

  @Test
  void all_are_counted_and_the_twenty_likeliest_faces_are_kept() {
    Doubts doubts = new Doubts();
    doubts.add(
        IntStream.range(0, 50).mapToObj(i -> box(30 * i, 40, i / 100.)).toList(), 2_000, 100, 0);

    assertThat(doubts.count()).isEqualTo(50);
    assertThat(doubts.places()).hasSize(20);
    assertThat(doubts.places().get(0).x()).isGreaterThan(doubts.places().get(19).x());
  }

  @Test
  void a_place_that_stays_from_frame_to_frame_is_told_once() {
    Doubts doubts = new Doubts();
    for (int frame = 0; frame < 9; frame++) {
      doubts.addFrame(List.of(box(40 + frame / 4., 40, .5)), 200, 100, frame);
    }
    doubts.addFrame(List.of(box(140, 40, .5)), 200, 100, 9);

    assertThat(doubts.count()).isEqualTo(10);
    assertThat(doubts.places()).extracting(DoubtfulPlace::page).containsExactly(0, 9);
  }

  @Test
  void a_picture_comes_with_the_place_where_a_face_may_be() {
    Cleaned cleaned = clean(DoubtfulPictures.png(0), ObjectType.PNG);

    assertThat(cleaned.doubtful()).isEqualTo(1);
    assertThat(cleaned.places()).extracting(DoubtfulPlace::page).containsExactly(0);
    assertLiesOnTheFace(cleaned.places().get(0));
  }

  @Test
  void of_a_file_with_several_pages_the_page_is_told() {
    BufferedImage plain =
        Portraits.plain(
            DoubtfulPictures.WIDTH, DoubtfulPictures.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);

    Cleaned tiff =
        clean(
            Portraits.sequence(List.of(plain, DoubtfulPictures.picture(0)), "tiff"),
            ObjectType.TIFF);

    assertThat(tiff.places()).extracting(DoubtfulPlace::page).containsExactly(1);
    assertLiesOnTheFace(tiff.places().get(0));
  }

  private static void assertLiesOnTheFace(DoubtfulPlace place) {
    Rectangle found =
        new Rectangle(
            (int) (place.x() * DoubtfulPictures.WIDTH),
            (int) (place.y() * DoubtfulPictures.HEIGHT),
            (int) (place.width() * DoubtfulPictures.WIDTH),
            (int) (place.height() * DoubtfulPictures.HEIGHT));
    Rectangle face = DoubtfulPictures.face();
    assertThat(found.contains(Portraits.core(face))).as(found.toString()).isTrue();
    assertThat(found.width).isLessThan(2 * face.width);
  }

  private static Cleaned clean(byte[] object, ObjectType type) {
    return (Cleaned) new ImageCleaner(Obfuscation.FILL).clean(object, type, new LiteralTools());
  }

  @Test
  void what_nothing_is_doubtful_in_has_no_places() {
    BufferedImage plain = Portraits.plain(480, 360, BufferedImage.TYPE_3BYTE_BGR);

    Cleaned cleaned = clean(Portraits.coded(plain, "png"), ObjectType.PNG);

    assertThat(cleaned.places()).isEmpty();
    assertThat(cleaned.removed()).isEqualTo(Map.of());
  }
}
