package io.touchstone.deidentification.cleaning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs that read documents, pictures and recordings with code that is none of ours. */
public final class OutsideTools {

  private static final Map<String, String> PACKAGES =
      Map.of(
          "exiftool", "libimage-exiftool-perl",
          "qpdf", "qpdf",
          "pdftotext", "poppler-utils",
          "unzip", "unzip");

  private static final int MINUTES = 5;

  private final Path folder;

  /**
   * @param folder for what they write
   */
  public OutsideTools(Path folder) {
    this.folder = folder;
  }

  /** All that exiftool knows of all files of a folder, unknown tags and embedded files too. */
  public byte[] metadata(Path files) throws IOException {
    return run("exiftool", "-a", "-G1", "-s", "-ee", "-u", "-r", "-sep", " ", files.toString());
  }

  /** A PDF with all its streams unpacked. */
  public byte[] unpackedPdf(Path file) throws IOException {
    Path out = folder.resolve("unpacked.pdf");
    run("qpdf", "--qdf", "--object-streams=disable", file.toString(), out.toString());
    return Files.readAllBytes(out);
  }

  public byte[] textOfPdf(Path file) throws IOException {
    return run("pdftotext", file.toString(), "-");
  }

  /** The members of a ZIP, one behind the other. */
  public byte[] members(Path file) throws IOException {
    return run("unzip", "-p", file.toString());
  }

  private byte[] run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("output");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(folder.resolve("errors").toFile())
              .start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(program + " did not end within " + MINUTES + " minutes.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(program + " was interrupted.", e);
    } catch (IOException e) {
      throw new AssertionError(
          "This test needs %s: install the package %s (Debian, Ubuntu) and run it again."
              .formatted(program, PACKAGES.get(program)),
          e);
    }
    return Files.readAllBytes(out);
  }

  /** As it was printed. */
  public static String text(byte[] printed) {
    return new String(printed, StandardCharsets.UTF_8);
  }
}
