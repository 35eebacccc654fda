package io.touchstone.deidentification.cleaning.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures are turned as EXIF 2.32 (JEITA CP-3451X, tag 274) says. */
class TurnTest {

  /**
   * The stored picture has rows "ab", "cd", "ef". What the standard says of row 0 and column 0
   * gives the rows that a person sees.
   */
  @ParameterizedTest(name = "{0}: row 0 is the {1}, column 0 the {2}")
  @CsvSource({
    "1, top, left, ab cd ef",
    "2, top, right, ba dc fe",
    "3, bottom, right, fe dc ba",
    "4, bottom, left, ef cd ab",
    "5, left, top, ace bdf",
    "6, right, top, eca fdb",
    "7, right, bottom, fdb eca",
    "8, left, bottom, bdf ace"
  })
  void a_stored_picture_is_seen_as_the_standard_says(
      int turn, String row, String column, String seen) {
    BufferedImage stored = new BufferedImage(2, 3, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 6; i++) {
      stored.getRaster().setSample(i % 2, i / 2, 0, "abcdef".charAt(i));
    }

    BufferedImage upright = Turn.upright(stored, turn);

    StringBuilder rows = new StringBuilder();
    for (int y = 0; y < upright.getHeight(); y++) {
      rows.append(y == 0 ? "" : " ");
      for (int x = 0; x < upright.getWidth(); x++) {
        rows.append((char) upright.getRaster().getSample(x, y, 0));
      }
    }
    assertThat(rows).hasToString(seen);
  }
}
