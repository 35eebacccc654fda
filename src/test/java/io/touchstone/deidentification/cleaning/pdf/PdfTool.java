package io.touchstone.deidentification.cleaning.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Programs that share no code with the library: qpdf and poppler. */
public final class PdfTool {

  private PdfTool() {}

  /** What pdftotext reads. */
  static String text(byte[] pdf) {
    return new String(run(pdf, "pdftotext", "-layout", "IN", "-"), StandardCharsets.UTF_8);
  }

  /** Every object unpacked, streams included. */
  static byte[] unpacked(byte[] pdf) {
    return run(pdf, "qpdf", "--qdf", "--object-streams=disable", "--warning-exit-0", "IN", "-");
  }

  /** The first page as pixels (portable pixmap) at 50 dots per inch. */
  static byte[] look(byte[] pdf) {
    return run(pdf, "pdftoppm", "-r", "50", "-f", "1", "-l", "1", "IN");
  }

  /** Whether a word stands in a file in one of the ways in which PDF writes text. */
  static boolean holds(byte[] pdf, String word) {
    String all = new String(unpacked(pdf), StandardCharsets.ISO_8859_1);
    String lower = all.toLowerCase(Locale.ROOT);
    StringBuilder hex = new StringBuilder();
    StringBuilder wideHex = new StringBuilder();
    StringBuilder wide = new StringBuilder();
    StringBuilder narrow = new StringBuilder();
    for (char c : word.toCharArray()) {
      hex.append(String.format("%02x", (int) c));
      wideHex.append(String.format("%04x", (int) c));
      wide.append('\0').append(c);
      narrow.append(c).append('\0');
    }
    return all.contains(word)
        || all.contains(wide)
        || all.contains(narrow)
        || lower.contains(hex)
        || lower.contains(wideHex);
  }

  private static byte[] run(byte[] pdf, String... command) {
    try {
      Path in = Files.createTempFile("touchstone-pdf", ".pdf");
      Path out = Files.createTempFile("touchstone-pdf", ".out");
      try {
        Files.write(in, pdf);
        List<String> all = new ArrayList<>(List.of(command));
        all.replaceAll(word -> word.equals("IN") ? in.toString() : word);
        Process process =
            new ProcessBuilder(all)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
          throw new AssertionError(command[0] + " refuses the document");
        }
        return Files.readAllBytes(out);
      } finally {
        Files.delete(in);
        Files.delete(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(command[0] + " is needed: install qpdf, poppler-utils", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
