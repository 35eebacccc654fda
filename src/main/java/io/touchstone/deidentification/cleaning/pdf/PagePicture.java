package io.touchstone.deidentification.cleaning.pdf;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.NotCleanable;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.pdf.page.Counts;
import io.touchstone.deidentification.cleaning.pdf.page.PicturePixels;
import io.touchstone.deidentification.cleaning.pdf.page.PlainJpeg;
import io.touchstone.deidentification.cleaning.pdf.page.Tag;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.AnnotationFilter;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A page as a picture with solid boxes in the place of what was redacted: where the text stands in
 * a scan, or where the page's content cannot be written anew.
 *
 * @param jpeg the picture, cleaned
 * @param toPicture from the page as delivered to the new one, both in points
 * @param width of the new page in points
 * @param height of the new page in points
 */
record PagePicture(PlainJpeg jpeg, AffineTransform toPicture, float width, float height) {

  private static final float DPI = 150;

  /** Of a poster fewer dots per inch are drawn. */
  private static final double PIXELS = 12_000_000;

  static PagePicture of(
      PDDocument document,
      int number,
      AnnotationFilter notes,
      List<Tag> tags,
      CleaningTools tools,
      Counts counts)
      throws IOException {
    PDPage page = document.getPage(number);
    PDRectangle visible = page.getCropBox();
    boolean turned = Math.floorMod(page.getRotation(), 180) == 90;
    float width = turned ? visible.getHeight() : visible.getWidth();
    float height = turned ? visible.getWidth() : visible.getHeight();
    double scale = Math.min(DPI / 72, Math.sqrt(PIXELS / Math.max(1.0, (double) width * height)));
    PDFRenderer renderer = new PDFRenderer(document);
    renderer.setAnnotationsFilter(notes);
    BufferedImage image = renderer.renderImage(number, (float) scale, ImageType.RGB);
    AffineTransform toPicture = toPicture(visible, Math.floorMod(page.getRotation(), 360));
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.LIGHT_GRAY);
    graphics.scale(scale, scale);
    graphics.transform(new AffineTransform(1, 0, 0, -1, 0, height));
    graphics.transform(toPicture);
    tags.forEach(tag -> graphics.fill(tag.box()));
    graphics.dispose();
    if (!(tools.nested(jpeg(image)) instanceof Cleaning.Cleaned cleaned)
        || !cleaned.type().isImage()) {
      throw new NotCleanable(
          Quarantine.UNREADABLE,
          "a page had to become a picture, and that picture could not be cleaned. Send it saved"
              + " anew.");
    }
    counts.add(cleaned);
    byte[] picture =
        PlainJpeg.of(cleaned.object()).isPresent()
            ? cleaned.object()
            : jpeg(PicturePixels.read(cleaned.object()));
    return new PagePicture(
        PlainJpeg.of(picture).orElseThrow(() -> new IOException("no picture")),
        toPicture,
        width,
        height);
  }

  /** Turns the page as a viewer turns it, its lower left corner in the origin. */
  private static AffineTransform toPicture(PDRectangle visible, int rotation) {
    AffineTransform turn =
        switch (rotation) {
          case 90 -> new AffineTransform(0, -1, 1, 0, 0, visible.getWidth());
          case 180 -> new AffineTransform(-1, 0, 0, -1, visible.getWidth(), visible.getHeight());
          case 270 -> new AffineTransform(0, 1, -1, 0, visible.getHeight(), 0);
          default -> new AffineTransform();
        };
    turn.translate(-visible.getLowerLeftX(), -visible.getLowerLeftY());
    return turn;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(0.85f);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
