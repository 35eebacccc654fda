package io.touchstone.deidentification.cleaning.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.ObjectType;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Copies of a picture look alike, other pictures and paper do not. */
class DifferenceHashTest {

  private static final int SCENES = 60;

  /** 72 columns and rows: cells of 8 and 9 pixels. Brighter to the right, darker downwards. */
  @Test
  void a_bit_says_whether_the_next_cell_is_brighter() {
    BufferedImage image = new BufferedImage(72, 72, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < 72; y++) {
      for (int x = 0; x < 72; x++) {
        int grey = 80 + 2 * x - y;
        image.setRGB(x, y, new Color(grey, grey, grey).getRGB());
      }
    }
    assertThat(DifferenceHash.of(image)).contains(new DifferenceHash(-1L, 0));

    // Under the upper left corner of the grid, one bright cell: its right neighbour is darker.
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 8, 9);
    pen.dispose();
    assertThat(DifferenceHash.of(image).orElseThrow().across()).isEqualTo(Long.MAX_VALUE);
  }

  private static Map<String, byte[]> copies(BufferedImage image) {
    Map<String, byte[]> copies = new LinkedHashMap<>();
    copies.put("JPEG at .8", DrawnPictures.jpeg(image, .8f));
    copies.put("JPEG at .3", DrawnPictures.jpeg(image, .3f));
    copies.put("half the size", jpeg(DrawnPictures.part(image, 0, 0, 480, 360, 240, 180)));
    copies.put("twice the size", jpeg(DrawnPictures.part(image, 0, 0, 480, 360, 960, 720)));
    copies.put("cut by 1 %", jpeg(DrawnPictures.part(image, 5, 4, 470, 352, 470, 352)));
    copies.put("a fifth brighter", jpeg(new RescaleOp(1.2f, 0, null).filter(image, null)));
    copies.put("a third darker", jpeg(new RescaleOp(.7f, 0, null).filter(image, null)));
    BufferedImage covered = DrawnPictures.part(image, 0, 0, 480, 360, 480, 360);
    covered.createGraphics().fillRect(200, 100, 48, 48);
    copies.put("a face covered", jpeg(covered));
    return copies;
  }

  private static byte[] jpeg(BufferedImage image) {
    return DrawnPictures.jpeg(image, .85f);
  }

  private static DifferenceHash look(byte[] jpeg) {
    try {
      return DifferenceHash.of(jpeg, ObjectType.JPEG).orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The least of photographs that were measured is .96, of those cut by 1 % at every side. */
  @Test
  void copies_are_recognised_whatever_was_done_to_them() {
    Map<String, Integer> recognised = new LinkedHashMap<>();
    for (int number = 0; number < SCENES; number++) {
      BufferedImage scene = DrawnPictures.scene(number);
      DifferenceHash look = look(jpeg(scene));
      copies(scene)
          .forEach(
              (what, copy) ->
                  recognised.merge(what, look.resembles(look(copy)) ? 1 : 0, Integer::sum));
    }
    assertThat(recognised.values())
        .as(recognised.toString())
        .allMatch(count -> count >= .9 * SCENES);
  }

  @Test
  void different_pictures_are_never_taken_for_copies() {
    List<DifferenceHash> looks =
        IntStream.range(0, 200)
            .mapToObj(number -> DifferenceHash.of(DrawnPictures.scene(number)))
            .flatMap(Optional::stream)
            .toList();
    assertThat(looks).hasSizeGreaterThan(180);
    for (int one = 0; one < looks.size(); one++) {
      for (int other = 0; other < one; other++) {
        assertThat(looks.get(one).resembles(looks.get(other))).as(one + " " + other).isFalse();
      }
    }
  }

  @Test
  void where_little_is_to_be_seen_nothing_is_compared() {
    assertThat(DifferenceHash.of(Portraits.plain(640, 480, BufferedImage.TYPE_3BYTE_BGR)))
        .isEmpty();
    assertThat(DifferenceHash.of(new BufferedImage(1, 3_000, BufferedImage.TYPE_INT_ARGB)))
        .isEmpty();
    assertThat(DifferenceHash.of(new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB)))
        .as("all transparent")
        .isEmpty();
    assertThat(DifferenceHash.of(letter())).as("text on paper").isEmpty();
  }

  private static BufferedImage letter() {
    BufferedImage page = new BufferedImage(827, 1169, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 827, 1169);
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
    for (int line = 0; line < 30; line++) {
      pen.drawString(
          "the router has been losing its connection since the weekend", 80, 200 + 24 * line);
    }
    pen.dispose();
    return page;
  }
}
