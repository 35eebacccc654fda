package io.touchstone.deidentification.cleaning.pdf;

import io.touchstone.deidentification.cleaning.Canaries;
import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.pdf.page.PdfMaker;
import io.touchstone.deidentification.cleaning.pdf.page.PdfMaker.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents with a canary in every place that a document has. */
public final class PdfCanaryFiles {

  private PdfCanaryFiles() {}

  /** Writes the canary into the document. */
  interface Planting {
    void into(PdfMaker pdf, String canary) throws IOException;
  }

  /** All of them; each has a line that stays, "Nothing to see here." */
  public static List<CanaryFile> pdf() {
    List<CanaryFile> files = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      shown().forEach((name, planting) -> files.add(file(name, kind, planting, true)));
    }
    PdfHiddenPlaces.all()
        .forEach((name, planting) -> files.add(file(name, Kind.STANDARD, planting, false)));
    PdfHiddenPlaces.afterSaving()
        .forEach(
            (name, planting) -> {
              String canary = Canaries.next();
              byte[] bytes = planting.apply(bytes(Kind.STANDARD, canary, (pdf, c) -> {}), canary);
              files.add(
                  new CanaryFile("pdf-" + name, ObjectType.PDF, bytes, List.of(canary), false));
            });
    return files;
  }

  private static CanaryFile file(String name, Kind kind, Planting planting, boolean inContent) {
    String canary = Canaries.next();
    return new CanaryFile(
        "pdf-" + name + "-" + kind,
        ObjectType.PDF,
        bytes(kind, canary, planting),
        List.of(canary),
        inContent);
  }

  private static byte[] bytes(Kind kind, String canary, Planting planting) {
    try (PdfMaker pdf = new PdfMaker(kind)) {
      pdf.line(72, 780, "Nothing to see here.");
      planting.into(pdf, canary);
      return pdf.bytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Ways to paint a word. */
  private static Map<String, Planting> shown() {
    Map<String, Planting> ways = new LinkedHashMap<>();
    ways.put("line", (pdf, c) -> pdf.line(72, 700, "Dear " + c + ", hello"));
    ways.put(
        "letters-in-one-instruction",
        (pdf, c) -> {
          StringBuilder letters = new StringBuilder();
          for (char letter : c.toCharArray()) {
            letters.append(pdf.string("" + letter)).append(" -15 ");
          }
          pdf.add("BT /F1 12 Tf 72 700 Td [" + letters + "] TJ ET");
        });
    ways.put(
        "letter-by-letter",
        (pdf, c) -> {
          pdf.add("BT /F1 12 Tf 72 700 Td");
          for (char letter : c.toCharArray()) {
            pdf.add(pdf.string("" + letter) + " Tj");
          }
          pdf.add(pdf.string(" hello") + " Tj ET");
        });
    ways.put(
        "letters-placed-backwards",
        (pdf, c) -> {
          for (int i = c.length() - 1; i >= 0; i--) {
            double before = pdf.font.getStringWidth(c.substring(0, i)) * 0.012;
            pdf.line(72 + before, 700, "" + c.charAt(i));
          }
        });
    ways.put(
        "letters-far-apart",
        (pdf, c) -> pdf.add("BT /F1 12 Tf 4 Tc 72 700 Td " + pdf.string(c) + " Tj ET"));
    ways.put(
        "next-line",
        (pdf, c) ->
            pdf.add(
                "BT /F1 12 Tf 14 TL 72 700 Td "
                    + pdf.string("Dear")
                    + " ' "
                    + pdf.string(c + " hello")
                    + " ' 2 1 "
                    + pdf.string("x " + c)
                    + " \" ET"));
    ways.put(
        "turned",
        (pdf, c) -> pdf.add("BT /F1 12 Tf 0 1 -1 0 300 300 Tm " + pdf.string(c) + " Tj ET"));
    ways.put(
        "slanted",
        (pdf, c) ->
            pdf.add("BT /F1 12 Tf .866 .5 -.5 .866 300 300 Tm " + pdf.string(c) + " Tj ET"));
    ways.put(
        "turned-page",
        (pdf, c) -> {
          pdf.page.setRotation(90);
          pdf.line(72, 700, c + " hello");
        });
    ways.put(
        "scaled",
        (pdf, c) ->
            pdf.add(
                "q 2 0 0 2 10 10 cm BT /F1 1 Tf 6 0 0 6 50 50 Tm 80 Tz "
                    + pdf.string(c)
                    + " Tj ET Q"));
    ways.put("white", (pdf, c) -> pdf.add("1 g").line(72, 700, "white " + c).add("0 g"));
    ways.put("bold-by-painting-twice", (pdf, c) -> pdf.line(72, 700, c).line(72.4, 700, c));
    ways.put(
        "form",
        (pdf, c) -> {
          pdf.put("XObject", "X1", pdf.form("BT /F1 12 Tf 72 700 Td " + pdf.string(c) + " Tj ET"));
          pdf.add("q 1 0 0 1 20 20 cm /X1 Do Q /X1 Do");
        });
    ways.put(
        "form-in-form",
        (pdf, c) -> {
          pdf.put("XObject", "X1", pdf.form("BT /F1 12 Tf 72 700 Td " + pdf.string(c) + " Tj ET"));
          pdf.put("XObject", "X2", pdf.form("q /X1 Do Q"));
          pdf.add("/X2 Do");
        });
    ways.put("under-a-black-box", (pdf, c) -> pdf.line(72, 700, c).add("0 g 70 695 200 20 re f"));
    ways.put(
        "stroked-and-clipping",
        (pdf, c) ->
            pdf.add("BT /F1 12 Tf 1 Tr 72 700 Td " + pdf.string(c) + " Tj ET")
                .add(
                    "q BT /F1 12 Tf 7 Tr 72 600 Td "
                        + pdf.string(c)
                        + " Tj ET 70 590 300 30 re f Q"));
    ways.put(
        "marked",
        (pdf, c) ->
            pdf.add("/P <</MCID 0 /ActualText (" + c + ")>> BDC").line(72, 700, c).add("EMC"));
    ways.put(
        "broken-by-a-hyphen",
        (pdf, c) ->
            pdf.line(72, 700, "This line is rather long and ends with " + c.substring(0, 6) + "-")
                .line(72, 686, c.substring(6) + " and goes on as long as the one before"));
    return ways;
  }
}
