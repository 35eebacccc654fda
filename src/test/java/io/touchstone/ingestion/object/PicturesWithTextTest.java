package io.touchstone.ingestion.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.ocr.PrintedPictures;
import io.touchstone.deidentification.cleaning.ocr.PrintedPictures.Harm;
import io.touchstone.deidentification.cleaning.ocr.PrintedPictures.Planted;
import io.touchstone.deidentification.cleaning.ocr.PrintedPictures.Printed;
import io.touchstone.deidentification.cleaning.ocr.Tesseract;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** Letters as pictures, alone and in documents, become text and black boxes. */
class PicturesWithTextTest {

  private static final Printed LETTER =
      PrintedPictures.drawn(
          List.of(
              "Discharge summary",
              "Patient: {NAME|Anna Kowalski}",
              "MRN: {MEDICAL_RECORD|55512345}",
              "Phone: {PHONE|+1 202 555 0123}",
              "The wound was clean and dry."),
          new Font("Liberation Serif", Font.PLAIN, 26),
          Harm.NONE,
          new Random(1));

  private static final List<String> VALUES =
      List.of("Anna", "Kowalski", "55512345", "202 555 0123");

  private static ObjectOutcome.Usable usable(ObjectOutcome outcome) {
    assertThat(outcome).isInstanceOf(ObjectOutcome.Usable.class);
    return (ObjectOutcome.Usable) outcome;
  }

  @Test
  void a_scanned_letter_becomes_an_item_of_redacted_text_beside_the_blackened_picture()
      throws IOException {
    ObjectOutcome.Usable letter = usable(PictureStage.reading("eng").process(png(LETTER.image())));

    assertThat(letter.text())
        .contains("Discharge summary", "Patient: [NAME]", "The wound was clean and dry.")
        .doesNotContain(VALUES);
    assertThat(letter.findings()).containsKeys("NAME", "PHONE", "MEDICAL_RECORD");
    assertThat(letter.details().removed()).containsEntry("text-in-picture", 3);
    assertThat(letter.details().unreadPictures()).isZero();
    assertBlack(ImageIO.read(new ByteArrayInputStream(letter.object().orElseThrow())));
  }

  @Test
  void where_nobody_asked_the_manifest_says_that_nobody_looked() throws IOException {
    ObjectOutcome.Usable letter = usable(PictureStage.blind().process(png(LETTER.image())));
    ObjectOutcome.Usable page = usable(PictureStage.blind().process(page(LETTER.image(), 2)));

    assertThat(letter.text()).isEmpty();
    assertThat(letter.details().unreadPictures()).isEqualTo(1);
    assertThat(page.details().unreadPictures()).as("two pictures of a page").isEqualTo(2);
  }

  @Test
  void who_asked_gets_no_picture_that_nobody_could_read() throws IOException {
    PictureStage stage = PictureStage.reading(new Tesseract("no-such-program"), "eng");

    ObjectOutcome letter = stage.process(png(LETTER.image()));
    ObjectOutcome.Usable page = usable(stage.process(page(LETTER.image(), 1)));

    assertThat(letter)
        .isInstanceOfSatisfying(
            ObjectOutcome.Kept.class,
            kept -> {
              assertThat(kept.why().reason()).isEqualTo(Quarantine.CLEANER_MISSING);
              assertThat(kept.why().sentence()).contains("no-such-program", "tesseract-ocr");
            });
    assertThat(new String(page.object().orElseThrow(), StandardCharsets.UTF_8))
        .as("the page without its picture")
        .doesNotContain("data:image");
    assertThat(page.details().parts())
        .extracting(ObjectOutcome.Part::reason)
        .containsExactly(java.util.Optional.of("CLEANER_MISSING"));
  }

  @Test
  void a_scanned_pdf_is_masked_in_the_text_and_black_on_the_page() throws IOException {
    ObjectOutcome.Usable scan =
        usable(
            PictureStage.reading("eng")
                .process(
                    pdf(
                        document -> LosslessFactory.createFromImage(document, LETTER.image()),
                        false)));

    assertThat(scan.text())
        .contains("Discharge summary", "Patient: [NAME]", "The wound was clean and dry.")
        .doesNotContain(VALUES);
    assertThat(scan.details().removed())
        .containsEntry("text-in-picture", 3)
        .doesNotContainKey("picture-text-not-read");
    assertReadAs(scan);
  }

  @Test
  void a_fax_that_is_all_mask_is_masked_as_well() throws IOException {
    BufferedImage fax =
        new BufferedImage(
            LETTER.image().getWidth(), LETTER.image().getHeight(), BufferedImage.TYPE_BYTE_BINARY);
    fax.createGraphics().drawImage(LETTER.image(), 0, 0, null);

    ObjectOutcome.Usable scan =
        usable(
            PictureStage.reading("eng")
                .process(pdf(document -> CCITTFactory.createFromImage(document, fax), true)));

    assertThat(scan.text()).contains("Patient: [NAME]").doesNotContain(VALUES);
    assertReadAs(scan);
  }

  @Test
  void what_is_found_later_is_black_in_the_picture_as_well() throws IOException {
    PictureStage stage = PictureStage.reading("eng");
    StringRedaction later =
        new StringRedaction(Map.of("wound", "[OTHER]"), stage.cleaning(), List.of("eng"));

    Cleaning again = stage.cleaning().clean(png(LETTER.image()), later);

    assertThat(again).isInstanceOf(Cleaned.class);
    assertThat(later.hasFoundAll()).isTrue();
    String left = read(ImageIO.read(new ByteArrayInputStream(((Cleaned) again).object())));
    assertThat(left).contains("was clean and dry", "Anna Kowalski").doesNotContain("wound");
  }

  /** By the program itself, in a way of reading that the product does not use. */
  private static String read(BufferedImage image) throws IOException {
    Process process =
        new ProcessBuilder("tesseract", "stdin", "stdout", "--psm", "6")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var in = process.getOutputStream()) {
      in.write(png(image));
    }
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void assertReadAs(ObjectOutcome.Usable scan) throws IOException {
    assertThat(scan.details().type()).hasValue(ObjectType.PDF);
    try (PDDocument cleaned = Loader.loadPDF(scan.object().orElseThrow())) {
      String left = read(new PDFRenderer(cleaned).renderImageWithDPI(0, 150));
      assertThat(left).contains("Discharge summary", "clean and dry").doesNotContain(VALUES);
    }
  }

  private static void assertBlack(BufferedImage image) {
    for (Planted planted : LETTER.planted()) {
      Rectangle area = planted.area().getBounds();
      for (int y = area.y; y < area.y + area.height; y++) {
        for (int x = area.x; x < area.x + area.width; x++) {
          assertThat(image.getRGB(x, y)).as("%d, %d", x, y).isEqualTo(0xff000000);
        }
      }
    }
  }

  private interface Picture {
    PDImageXObject in(PDDocument document) throws IOException;
  }

  private static byte[] pdf(Picture picture, boolean stencil) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A5);
      document.addPage(page);
      PDImageXObject image = picture.in(document);
      if (stencil) {
        image.setStencil(true);
        image.getCOSObject().removeItem(COSName.COLORSPACE);
      }
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(image, 10, 200, 400, 400f * image.getHeight() / image.getWidth());
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] page(BufferedImage image, int times) throws IOException {
    String picture = Base64.getEncoder().encodeToString(png(image));
    String tag = "<img src=\"data:image/png;base64," + picture + "\">";
    return ("<html><body><p>See below</p>" + tag.repeat(times) + "</body></html>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
