package io.touchstone.deidentification.cleaning.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Font;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pixels go to a program and words come back, whatever the program does. */
class TesseractTest {

  private static final PrintedPictures.Printed BADGE =
      PrintedPictures.drawn(
          List.of("Northfield Hospital", "Dr. {NAME|Heronsworth} Radiology"),
          new Font("DejaVu Sans", Font.PLAIN, 24),
          PrintedPictures.Harm.NONE,
          new Random(1));

  @ParameterizedTest
  @EnumSource(Layout.class)
  void each_word_is_read_where_it_stands(Layout layout) throws IOException {
    List<OcrWord> words =
        InstalledReader.get().read(grey(BADGE.image()), List.of("eng"), layout).stream()
            .flatMap(passage -> passage.words().stream())
            .toList();

    assertThat(words)
        .extracting(OcrWord::text)
        .containsExactly("Northfield", "Hospital", "Dr.", "Heronsworth", "Radiology");
    OcrWord name = words.get(3);
    Rectangle2D drawn = BADGE.planted().get(0).area().getBounds2D();
    Rectangle grown = new Rectangle(name.x(), name.y(), name.width(), name.height());
    grown.grow(2, 2);
    assertThat(grown.contains(drawn)).as("%s holds %s", grown, drawn).isTrue();
    assertThat(grown.width).isLessThan((int) drawn.getWidth() + 10);
    assertThat(name.sureness()).isBetween(60., 100.);
  }

  @Test
  void a_white_picture_has_no_words() throws IOException {
    byte[] white = new byte[120 * 90];
    java.util.Arrays.fill(white, (byte) 255);

    assertThat(
            InstalledReader.get()
                .read(new GreyPicture(120, 90, white), List.of("eng"), Layout.SCATTERED))
        .isEmpty();
  }

  @Test
  void what_is_not_installed_is_named() {
    assertThat(new Tesseract("no-such-program").missing(List.of("eng")))
        .hasValueSatisfying(
            sentence -> assertThat(sentence).contains("no-such-program").contains("tesseract-ocr"));
    assertThat(InstalledReader.get().missing(List.of("eng", "xyz")))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("tesseract-ocr-xyz"));
    assertThat(InstalledReader.get().missing(List.of("eng"))).isEmpty();
  }

  @Test
  void a_program_that_does_not_end_is_killed(@TempDir Path folder) throws IOException {
    Path mark = folder.resolve("pid");
    Tesseract endless =
        new Tesseract(program(folder, "echo $$ > " + mark + "; while :; do :; done"), 1);

    assertThatThrownBy(() -> endless.read(grey(BADGE.image()), List.of("eng"), Layout.PAGE))
        .isInstanceOf(Tesseract.Failed.class)
        .hasMessageContaining("longer than 1 second");

    long pid = Long.parseLong(Files.readString(mark).strip());
    ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void a_program_that_writes_without_end_is_stopped(@TempDir Path folder) throws IOException {
    Tesseract endless =
        new Tesseract(program(folder, "while :; do echo 0123456789012345678901234567890; done"));

    assertThatThrownBy(() -> endless.read(grey(BADGE.image()), List.of("eng"), Layout.PAGE))
        .isInstanceOf(Tesseract.Failed.class);
  }

  @Test
  void the_program_is_told_nothing_of_this_one(@TempDir Path folder) throws IOException {
    Path seen = folder.resolve("environment");
    Tesseract curious = new Tesseract(program(folder, "/usr/bin/env > " + seen));

    curious.read(grey(BADGE.image()), List.of("eng"), Layout.PAGE);

    assertThat(Files.readAllLines(seen))
        .extracting(line -> line.substring(0, line.indexOf('=')))
        .as("what it is given, and what a shell sets by itself")
        .contains("OMP_THREAD_LIMIT", "LC_ALL")
        .isSubsetOf("OMP_THREAD_LIMIT", "LC_ALL", "TESSDATA_PREFIX", "PWD", "SHLVL", "_");
  }

  @Test
  void a_language_cannot_smuggle_in_an_option() {
    assertThatThrownBy(
            () -> InstalledReader.get().read(grey(BADGE.image()), List.of("-c"), Layout.PAGE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String program(Path folder, String script) throws IOException {
    Path file = folder.resolve("reader");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }

  private static GreyPicture grey(BufferedImage image) {
    byte[] grey = new byte[image.getWidth() * image.getHeight()];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) (image.getRGB(i % image.getWidth(), i / image.getWidth()) >> 8);
    }
    return new GreyPicture(image.getWidth(), image.getHeight(), grey);
  }
}
