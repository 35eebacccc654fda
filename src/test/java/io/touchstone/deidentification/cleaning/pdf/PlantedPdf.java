package io.touchstone.deidentification.cleaning.pdf;

import static io.touchstone.deidentification.cleaning.pdf.PdfHiddenPlaces.array;
import static io.touchstone.deidentification.cleaning.pdf.PdfHiddenPlaces.dictionary;
import static io.touchstone.deidentification.cleaning.pdf.PdfHiddenPlaces.n;
import static io.touchstone.deidentification.cleaning.pdf.PdfHiddenPlaces.name;

import io.touchstone.deidentification.cleaning.Planted;
import io.touchstone.deidentification.cleaning.pdf.page.PdfMaker;
import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** A form with answers and notes, with strings planted where they are seen and where not. */
public final class PlantedPdf {

  private PlantedPdf() {}

  /** A page. */
  public static byte[] form(Planted planted) throws IOException {
    try (PdfMaker pdf = new PdfMaker(PdfMaker.Kind.STANDARD)) {
      pdf.line(72, 760, "Form");
      bitmapFont(pdf, "Zabcdefghijklmnopqrstuvwxyz", true);
      pdf.add("q .24 0 0 .24 72 100 cm BT /T3 1 Tf 0 0 Td");
      pdf.add("(" + planted.seen("pdf letters that are drawings") + ") Tj ET Q");
      pdf.add("BT /F1 12 Tf 3 Tr 72 50 Td");
      pdf.add(pdf.string(planted.unseen("pdf invisible")) + " Tj 0 Tr ET");
      String drawn = planted.seen("pdf answer");
      COSDictionary answer = note("Widget", 700, "FT", name("Tx"), "T", "a", "V", drawn);
      answer.setItem("AP", look(pdf, drawn));
      answer.setString("TU", planted.unseen("pdf name of a field"));
      String plain = planted.seen("pdf answer without a look");
      COSDictionary bare = note("Widget", 600, "FT", name("Tx"), "T", "b", "V", plain);
      COSDictionary typed =
          note("FreeText", 500, "Contents", planted.seen("pdf note typed onto the page"));
      typed.setString("T", planted.unseen("pdf author of a note"));
      COSDictionary sticky =
          note("Text", 400, "Contents", planted.unseen("pdf note that opens by a click"));
      pdf.page.getCOSObject().setItem("Annots", array(answer, bare, typed, sticky));
      pdf.document
          .getDocumentCatalog()
          .getCOSObject()
          .setItem(
              "AcroForm",
              dictionary(
                  "Fields", array(answer, bare), "NeedAppearances", COSBoolean.getBoolean(true)));
      pdf.document.getDocumentInformation().setAuthor(planted.unseen("pdf author"));
      return pdf.bytes();
    }
  }

  /**
   * A page that loses a line when it is cleaned.
   *
   * @param staying lines above it, of at most about 80 characters
   */
  public static byte[] losing(String lost, String... staying) throws IOException {
    try (PdfMaker pdf = new PdfMaker(PdfMaker.Kind.STANDARD)) {
      for (int i = 0; i < staying.length; i++) {
        pdf.line(72, 700 - 20 * i, staying[i]);
      }
      shownByRule(pdf, lost);
      return pdf.bytes();
    }
  }

  /** A rule of layers that viewers obey and the cleaner does not: what it shows is taken out. */
  private static void shownByRule(PdfMaker pdf, String words) throws IOException {
    COSDictionary layer = dictionary("Type", name("OCG"), "Name", "x");
    COSDictionary rule =
        dictionary("Type", name("OCMD"), "OCGs", array(layer), "VE", array(name("Not"), layer));
    pdf.document
        .getDocumentCatalog()
        .getCOSObject()
        .setItem(
            "OCProperties", dictionary("OCGs", array(layer), "D", dictionary("OFF", array(layer))));
    pdf.put("Properties", "L1", rule);
    pdf.add("/OC /L1 BDC").line(72, 400, words).add("EMC");
  }

  /** A note or field at a height of the page. */
  static COSDictionary note(String kind, int bottom, Object... more) {
    COSDictionary note =
        dictionary(
            "Type",
            name("Annot"),
            "Subtype",
            name(kind),
            "Rect",
            array(n(150), n(bottom), n(400), n(bottom + 20)));
    note.addAll(dictionary(more));
    return note;
  }

  /** What draws a note. */
  static COSDictionary look(PdfMaker pdf, String text) throws IOException {
    var look = pdf.form("/Tx BMC q BT /F1 12 Tf 2 5 Td " + pdf.string(text) + " Tj ET Q EMC");
    look.setItem("BBox", array(n(0), n(0), n(250), n(20)));
    return dictionary("N", look);
  }

  /**
   * A font of bitmaps as TeX writes it: a unit is a dot, and its size is 1.
   *
   * @param named whether the letters say which they are
   */
  static void bitmapFont(PdfMaker pdf, String letters, boolean named) throws IOException {
    COSDictionary drawings = new COSDictionary();
    COSArray differences = new COSArray();
    COSArray widths = new COSArray();
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      String glyph = named ? String.valueOf(letter) : "a" + i;
      drawings.setItem(
          name(glyph),
          PdfMaker.stream(
              "25 0 0 0 24 32 d1 q 24 0 0 32 0 0 cm BI /W 8 /H 8 /IM true /BPC 1 /D [1 0] ID "
                  + "\u00ff\u0081\u0081\u0081\u0081\u0081\u0081\u00ff"
                  + " EI Q"));
      differences.add(n(letter));
      differences.add(name(glyph));
    }
    for (char c = ' '; c <= 'z'; c++) {
      widths.add(letters.indexOf(c) >= 0 ? n(25) : n(0));
    }
    pdf.put(
        "Font",
        "T3",
        dictionary(
            "Type", COSName.FONT,
            "Subtype", name("Type3"),
            "FontBBox", array(n(0), n(0), n(0), n(0)),
            "FontMatrix", array(n(1), n(0), n(0), n(1), n(0), n(0)),
            "FirstChar", n(' '),
            "LastChar", n('z'),
            "Widths", widths,
            "CharProcs", drawings,
            "Encoding", dictionary("Type", name("Encoding"), "Differences", differences)));
  }
}
