package io.touchstone.deidentification.cleaning.image.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.image.PictureFile;
import io.touchstone.deidentification.cleaning.image.Portraits;
import io.touchstone.deidentification.cleaning.ocr.InstalledReader;
import io.touchstone.deidentification.cleaning.ocr.PrintedPictures;
import io.touchstone.deidentification.cleaning.ocr.PrintedPictures.Harm;
import io.touchstone.deidentification.cleaning.ocr.PrintedPictures.Printed;
import io.touchstone.deidentification.cleaning.ocr.Tesseract;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in pictures of all kinds are black, and all else is as it was. */
class TextCleaningTest {

  private static final Printed BADGE = badge(Harm.NONE);

  private final TextCleaning cleaning = new TextCleaning(InstalledReader.get());
  private final LiteralTools tools = new LiteralTools().replacing("Heronsworth", "[NAME]");

  private static Printed badge(Harm harm) {
    return PrintedPictures.drawn(
        List.of("Northfield Hospital", "Dr. {NAME|Heronsworth} Radiology"),
        new Font("DejaVu Sans", Font.PLAIN, 22),
        harm,
        new Random(1));
  }

  private Cleaning clean(byte[] picture, ObjectType type) {
    return cleaning.clean(new Cleaned(picture, type, Map.of("exif", 1), 2), List.of("eng"), tools);
  }

  private Cleaned cleaned(byte[] picture, ObjectType type) {
    Cleaning result = clean(picture, type);
    assertThat(result).isInstanceOf(Cleaned.class);
    return (Cleaned) result;
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, false, png, 0",
    "0, 0, true, png, 0",
    "3, 0, false, png, 0",
    "-3, 5, false, jpg, 24"
  })
  void a_name_is_black_and_the_rest_stays_and_is_text(
      double degrees, double noise, boolean dark, String format, int black) {
    Printed badge = badge(new Harm(degrees, noise, dark, false));
    ObjectType type = format.equals("png") ? ObjectType.PNG : ObjectType.JPEG;
    byte[] object = Portraits.coded(badge.image(), format);

    Cleaned cleaned = cleaned(object, type);

    BufferedImage after = Portraits.decoded(cleaned.object());
    assertBlack(after, badge, black);
    assertThat(cleaned.type()).isEqualTo(type);
    assertThat(cleaned.removed()).containsEntry("exif", 1).containsEntry("text-in-picture", 1);
    assertThat(cleaned.doubtful()).isGreaterThanOrEqualTo(2);
    assertThat(String.join("\n", tools.shown())).contains("Dr. [NAME] Radiology");
    if (type == ObjectType.PNG) {
      assertThat(lineAbove(after)).isEqualTo(lineAbove(badge.image()));
    }
  }

  /** All pixels of the first line, which nobody's name stands in. */
  private static int[] lineAbove(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), 60, null, 0, image.getWidth());
  }

  @Test
  void a_picture_with_nothing_to_cover_keeps_its_bytes() {
    byte[] object = Portraits.coded(BADGE.image(), "jpg");

    Cleaned cleaned =
        (Cleaned)
            cleaning.clean(
                new Cleaned(object, ObjectType.JPEG, Map.of(), 0),
                List.of("eng"),
                new LiteralTools().replacing("Somebody", "[NAME]"));

    assertThat(cleaned.object()).isSameAs(object);
    assertThat(cleaned.removed()).isEmpty();
  }

  @Test
  void a_name_on_one_page_of_a_scan_is_black_there_and_the_other_page_is_as_it_was() {
    BufferedImage blank = new BufferedImage(300, 100, BufferedImage.TYPE_3BYTE_BGR);

    Cleaned cleaned =
        cleaned(Portraits.sequence(List.of(blank, BADGE.image()), "tif"), ObjectType.TIFF);

    BufferedImage second = page(cleaned, 1);
    assertBlack(second, BADGE, 0);
    assertThat(page(cleaned, 0).getWidth()).isEqualTo(300);
  }

  @Test
  void a_name_in_one_frame_is_black_in_all_of_them() {
    BufferedImage blank = copy(BADGE.image(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = blank.createGraphics();
    graphics.fillRect(0, 0, blank.getWidth(), blank.getHeight());
    graphics.setColor(Color.BLACK);
    graphics.fillRect(4, 4, 9, 9);
    graphics.dispose();

    Cleaned cleaned =
        cleaned(Portraits.sequence(List.of(blank, BADGE.image()), "gif"), ObjectType.GIF);

    assertBlack(page(cleaned, 0), BADGE, 0);
    assertBlack(page(cleaned, 1), BADGE, 60);
  }

  @Test
  void text_under_full_transparency_is_read_and_taken_out_as_well() {
    BufferedImage image = copy(BADGE.image(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, image.getRGB(x, y) & 0xffffff);
      }
    }

    Cleaned cleaned = cleaned(Portraits.coded(image, "png"), ObjectType.PNG);

    assertBlack(Portraits.decoded(cleaned.object()), BADGE, 0);
  }

  @Test
  void a_name_that_was_masked_once_is_covered_wherever_it_can_be_read() {
    Printed twice =
        PrintedPictures.drawn(
            List.of("Name: {NAME|Heronsworth}", "", "", "seen by {NAME|Heronsworth} today"),
            new Font("DejaVu Sans", Font.PLAIN, 22),
            Harm.NONE,
            new Random(1));
    LiteralTools first = new LiteralTools().replacing("Name: Heronsworth", "[NAME]");

    Cleaned cleaned =
        (Cleaned)
            cleaning.clean(
                new Cleaned(Portraits.coded(twice.image(), "png"), ObjectType.PNG, Map.of(), 0),
                List.of("eng"),
                first.replacing("Heronsworth", "[NAME]"));

    assertBlack(Portraits.decoded(cleaned.object()), twice, 0);
  }

  @Test
  void a_reader_that_fails_or_reads_for_ever_lets_nothing_pass(@TempDir Path folder)
      throws Exception {
    TextCleaning failing = new TextCleaning(new Tesseract(program(folder, "exit 1")));
    String always = "printf '5\\t1\\t1\\t1\\t1\\t1\\t9\\t9\\t40\\t12\\t95\\tHeronsworth\\n'";
    TextCleaning stubborn = new TextCleaning(new Tesseract(program(folder, always)));
    Cleaned picture =
        new Cleaned(Portraits.coded(BADGE.image(), "png"), ObjectType.PNG, Map.of(), 0);

    assertThat(failing.clean(picture, List.of("eng"), tools))
        .isInstanceOfSatisfying(
            Quarantined.class, why -> assertThat(why.reason()).isEqualTo(Quarantine.TOO_SLOW));
    assertThat(stubborn.clean(picture, List.of("eng"), tools))
        .isInstanceOfSatisfying(
            Quarantined.class, why -> assertThat(why.reason()).isEqualTo(Quarantine.RESIDUE));
  }

  private static String program(Path folder, String script) throws Exception {
    Path file = Files.createTempFile(folder, "reader", "");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }

  private static BufferedImage page(Cleaned cleaned, int page) {
    try (PictureFile file = PictureFile.open(cleaned.object(), cleaned.type())) {
      return file.read(page);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static BufferedImage copy(BufferedImage image, int kind) {
    BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), kind);
    Graphics2D graphics = copy.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return copy;
  }

  /**
   * Every pixel of every value.
   *
   * @param most lightness that coding may leave, of 255
   */
  private static void assertBlack(BufferedImage image, Printed printed, int most) {
    for (PrintedPictures.Planted planted : printed.planted()) {
      Rectangle bounds = planted.area().getBounds();
      for (int y = bounds.y; y < bounds.y + bounds.height; y++) {
        for (int x = bounds.x; x < bounds.x + bounds.width; x++) {
          if (planted.area().contains(x + .5, y + .5)) {
            int rgb = image.getRGB(x, y);
            int lightest = Math.max(rgb >> 16 & 255, Math.max(rgb >> 8 & 255, rgb & 255));
            assertThat(lightest).as("pixel %d, %d", x, y).isLessThanOrEqualTo(most);
          }
        }
      }
    }
  }
}
