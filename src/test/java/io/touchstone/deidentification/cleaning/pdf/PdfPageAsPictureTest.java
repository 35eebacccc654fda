package io.touchstone.deidentification.cleaning.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.pdf.page.PdfMaker;
import io.touchstone.deidentification.cleaning.pdf.page.PdfMaker.Kind;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfPageAsPictureTest {

  private final PdfCleaner cleaner = new PdfCleaner();

  /** A scan of 595 x 842 points, one pixel each, black where the name stands. */
  private static void scan(PdfMaker pdf) throws IOException {
    BufferedImage image = new BufferedImage(595, 842, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 595, 842);
    graphics.setColor(Color.BLACK);
    graphics.fillRect(101, 842 - 709, 55, 9);
    graphics.dispose();
    pdf.put("XObject", "X1", JPEGFactory.createFromImage(pdf.document, image).getCOSObject());
    pdf.add("q 595 0 0 842 0 0 cm /X1 Do Q");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void what_a_reader_of_scans_found_is_painted_over_in_the_picture(int rotation)
      throws IOException {
    try (PdfMaker pdf = new PdfMaker(Kind.STANDARD)) {
      pdf.page.setRotation(rotation);
      scan(pdf);
      pdf.add("BT 3 Tr /F1 12 Tf 60 700 Td " + pdf.string("Dear   Anna Meier") + " Tj ET");
      LiteralTools tools = tools().replacing("Anna Meier", "[P1]");

      Cleaning.Cleaned cleaned = cleaned(pdf, tools);

      assertThat(tools.shown()).containsExactly("Dear [P1]");
      assertThat(cleaned.removed())
          .containsEntry("page-as-picture", 1)
          .containsEntry("scan-text-layer", 1);
      assertThat(cleaned.doubtful()).isEqualTo(1);
      assertThat(PdfTool.text(cleaned.object()).strip()).isEqualTo("[P1]");
      assertThat(darkest(PdfTool.look(cleaned.object())))
          .as("the tag's letters are dark grey, the name was black")
          .isGreaterThan(30);
    }
  }

  @Test
  void a_scan_in_which_nobody_is_named_keeps_its_picture_and_loses_its_text() throws IOException {
    try (PdfMaker pdf = new PdfMaker(Kind.STANDARD)) {
      scan(pdf);
      pdf.add("BT 3 Tr /F1 12 Tf 60 700 Td " + pdf.string("Dear madam") + " Tj ET");

      Cleaning.Cleaned cleaned = cleaned(pdf, tools());

      assertThat(cleaned.removed()).doesNotContainKey("page-as-picture");
      assertThat(cleaned.doubtful()).isEqualTo(1);
      assertThat(PdfTool.text(cleaned.object())).isBlank();
      assertThat(PdfTool.look(cleaned.object())).isEqualTo(PdfTool.look(pdf.bytes()));
    }
  }

  @Test
  void a_picture_of_a_page_that_nobody_read_is_for_a_person_to_look_at() throws IOException {
    try (PdfMaker pdf = new PdfMaker(Kind.STANDARD)) {
      scan(pdf);

      Cleaning.Cleaned cleaned = cleaned(pdf, tools());

      assertThat(cleaned.removed()).containsEntry("picture-text-not-read", 1);
      assertThat(cleaned.doubtful()).isEqualTo(1);
    }
  }

  @Test
  void a_page_with_a_font_of_its_own_encoding_becomes_a_picture_without_the_name()
      throws IOException {
    try (PdfMaker pdf = new PdfMaker(Kind.COMPOSITE)) {
      pdf.line(72, 700, "Dear Anna Meier, hello");
      ownEncoding(pdf);
      LiteralTools tools = tools().replacing("Anna Meier", "[P1]");

      Cleaning.Cleaned cleaned = cleaned(pdf, tools);

      assertThat(tools.shown()).containsExactly("Dear [P1], hello");
      assertThat(cleaned.removed()).containsEntry("page-as-picture", 1);
      assertThat(PdfTool.text(cleaned.object()).strip()).isEqualTo("[P1]");
    }
  }

  @Test
  void a_page_that_has_to_become_a_picture_and_shows_what_nobody_read_is_refused()
      throws IOException {
    try (PdfMaker pdf = new PdfMaker(Kind.COMPOSITE)) {
      pdf.line(72, 700, "Dear Anna Meier, hello");
      pdf.add("BT /F8 12 Tf 72 500 Td (a) Tj ET");
      COSDictionary font = new COSDictionary();
      font.setItem("Type", COSName.FONT);
      font.setItem("Subtype", COSName.TYPE1);
      font.setItem("BaseFont", COSName.getPDFName("Secret"));
      COSDictionary encoding = new COSDictionary();
      encoding.setItem(
          "Differences",
          new COSArray(
              java.util.List.of(
                  org.apache.pdfbox.cos.COSInteger.get(97), COSName.getPDFName("g1"))));
      font.setItem("Encoding", encoding);
      pdf.put("Font", "F8", font);
      ownEncoding(pdf);

      assertThat(cleaner.clean(pdf.bytes(), ObjectType.PDF, tools()))
          .isInstanceOfSatisfying(
              Cleaning.Quarantined.class,
              q -> assertThat(q.reason()).isEqualTo(Quarantine.UNREADABLE));
    }
  }

  /** Gives the font the same encoding in a stream of its own, in which any text may stand. */
  private static void ownEncoding(PdfMaker pdf) throws IOException {
    COSStream map =
        PdfMaker.stream(
            "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange"
                + " 1 begincidrange <0000> <FFFF> 0 endcidrange endcmap");
    map.setItem("CMapName", COSName.getPDFName("Own"));
    COSDictionary collection = new COSDictionary();
    collection.setItem("Registry", new COSString("Adobe"));
    collection.setItem("Ordering", new COSString("Identity"));
    collection.setInt("Supplement", 0);
    map.setItem("CIDSystemInfo", collection);
    // The font is written when the document is, and would set its encoding again.
    byte[] written = pdf.bytes();
    assertThat(written).isNotEmpty();
    pdf.font.getCOSObject().setItem("Encoding", map);
  }

  private static int darkest(byte[] pixmap) {
    int lines = 0;
    int at = 0;
    while (lines < 3) {
      lines += pixmap[at++] == '\n' ? 1 : 0;
    }
    int darkest = 255;
    for (; at < pixmap.length; at++) {
      darkest = Math.min(darkest, pixmap[at] & 0xff);
    }
    return darkest;
  }

  private Cleaning.Cleaned cleaned(PdfMaker pdf, LiteralTools tools) throws IOException {
    return (Cleaning.Cleaned) cleaner.clean(pdf.bytes(), ObjectType.PDF, tools);
  }

  /** Pictures pass as they are. */
  private static LiteralTools tools() {
    return new LiteralTools()
        .nesting(
            picture -> new Cleaning.Cleaned(picture, PdfPictures.typeOf(picture), Map.of(), 0));
  }
}
