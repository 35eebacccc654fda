package io.touchstone.deidentification.cleaning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Small documents as people send them. */
public final class DocumentSamples {

  private DocumentSamples() {}

  /** A page with one line of text; the author is in its properties. */
  public static byte[] pdf(String line, String author) throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      PDPage page = new PDPage();
      document.addPage(page);
      document.getDocumentInformation().setAuthor(author);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(72, 700);
        content.showText(line);
        content.endText();
      }
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  /** A page of the web with a text and a picture that has an alternative text. */
  public static byte[] page(String text, String alternative, int shade) throws IOException {
    return """
        <html><head><title>page</title></head><body><p>%s</p>
        <img src="data:image/png;base64,%s" alt="%s"></body></html>
        """
        .formatted(text, Base64.getEncoder().encodeToString(picture("png", shade)), alternative)
        .getBytes(UTF_8);
  }

  /** A small grey picture. */
  public static byte[] picture(String format, int shade) throws IOException {
    BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 48; x++) {
      for (int y = 0; y < 32; y++) {
        image.setRGB(x, y, 0x010101 * (shade & 0xff));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  /** A mail with a text and attachments of any kind. */
  public static byte[] mail(String from, String subject, String text, List<byte[]> attachments) {
    StringBuilder mail = new StringBuilder();
    mail.append("From: ").append(from).append("\r\nTo: desk@example.com\r\nSubject: ");
    mail.append(subject).append("\r\nMIME-Version: 1.0\r\n");
    mail.append("Content-Type: multipart/mixed; boundary=sample\r\n\r\n");
    mail.append("--sample\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n");
    mail.append(text).append("\r\n");
    for (byte[] attachment : attachments) {
      mail.append("--sample\r\nContent-Type: application/octet-stream\r\n");
      mail.append("Content-Disposition: attachment; filename=sample.bin\r\n");
      mail.append("Content-Transfer-Encoding: base64\r\n\r\n");
      mail.append(Base64.getMimeEncoder().encodeToString(attachment)).append("\r\n");
    }
    return mail.append("--sample--\r\n").toString().getBytes(UTF_8);
  }
}
