package io.touchstone.ingestion.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.ocr.PrintedPictures;
import io.touchstone.deidentification.cleaning.ocr.PrintedPictures.Planted;
import io.touchstone.deidentification.cleaning.ocr.PrintedPictures.Printed;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Letters, screens and badges with 780 invented values, whose places are known. */
@Tag("slow")
class PrintedPicturesTest {

  private static final Logger log = LoggerFactory.getLogger(PrintedPicturesTest.class);
  private static final int PICTURES = 200;

  /** What JPEG leaves of black, of 255. */
  private static final int BLACK = 32;

  private final PictureStage stage = PictureStage.reading("eng");

  private record Seen(String kind, int height, String look, boolean covered, boolean readAgain) {}

  @Test
  void what_identifies_people_in_two_hundred_pictures_is_black_in_the_pixels() {
    long began = System.nanoTime();

    List<Seen> all =
        IntStream.range(0, PICTURES).parallel().boxed().flatMap(i -> seen(i).stream()).toList();

    Map<String, int[]> counts = new TreeMap<>();
    for (Seen seen : all) {
      for (String key : List.of(seen.kind(), "height " + seen.height(), "all")) {
        int[] count = counts.computeIfAbsent(key, none -> new int[2]);
        count[0] += seen.covered() ? 1 : 0;
        count[1]++;
      }
    }
    counts.forEach((key, count) -> log.info("{}: {} of {}", key, count[0], count[1]));
    all.stream().filter(seen -> !seen.covered()).forEach(seen -> log.info("left: {}", seen));
    log.info("{} s", (System.nanoTime() - began) / 1_000_000_000);
    int[] whole = counts.get("all");
    assertThat((double) whole[0] / whole[1]).as("share of values covered").isGreaterThan(.985);
    assertThat(all).filteredOn(Seen::covered).noneMatch(Seen::readAgain);
  }

  private List<Seen> seen(int number) {
    Printed printed = PrintedPictures.of(number);
    ObjectOutcome outcome = stage.process(coded(printed.image(), number % 4 == 1 ? "jpeg" : "png"));
    if (!(outcome instanceof ObjectOutcome.Usable usable)) {
      throw new AssertionError("Picture " + number + " was not cleaned: " + outcome);
    }
    BufferedImage cleaned = decoded(usable.object().orElseThrow());
    String again = number % 4 == 0 ? readOtherwise(usable.object().orElseThrow()) : "";
    List<Seen> seen = new ArrayList<>();
    for (Planted planted : printed.planted()) {
      seen.add(
          new Seen(
              planted.kind(),
              printed.height(),
              number + " " + printed.look() + " " + planted.value(),
              isBlack(cleaned, planted.area()),
              again.contains(planted.value())));
    }
    return seen;
  }

  private static boolean isBlack(BufferedImage image, Shape area) {
    var bounds = area.getBounds();
    for (int y = bounds.y; y < bounds.y + bounds.height; y++) {
      for (int x = bounds.x; x < bounds.x + bounds.width; x++) {
        int rgb = image.getRGB(x, y);
        boolean dark =
            (rgb >> 16 & 255) <= BLACK && (rgb >> 8 & 255) <= BLACK && (rgb & 255) <= BLACK;
        if (area.contains(x + .5, y + .5) && !dark) {
          return false;
        }
      }
    }
    return true;
  }

  /** By the program itself, in a way of reading that the product does not use. */
  private static String readOtherwise(byte[] picture) {
    try {
      Process process =
          new ProcessBuilder("tesseract", "stdin", "stdout", "--psm", "6")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(picture);
      }
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] coded(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, format, bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage decoded(byte[] picture) {
    try {
      return ImageIO.read(new ByteArrayInputStream(picture));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
