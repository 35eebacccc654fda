package io.touchstone.deidentification.cleaning.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.apache.james.mime4j.codec.EncoderUtil;

/** Writes mails: the same parts give the same bytes. */
final class MailWriter {

  private static final String END = "\r\n";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Numbers the boundaries; none can stand in a part, because "=_" is in no encoded line. */
  private int boundaries;

  private MailWriter() {}

  /**
   * @param headers encoded lines
   */
  static byte[] written(List<String> headers, Part content) throws IOException {
    MailWriter writer = new MailWriter();
    writer.message(headers, content);
    return writer.out.toByteArray();
  }

  private void message(List<String> headers, Part content) throws IOException {
    for (String header : headers) {
      line(header);
    }
    line("MIME-Version: 1.0");
    part(content);
  }

  private void part(Part part) throws IOException {
    if (part instanceof Part.Text text) {
      text(text);
    } else if (part instanceof Part.Attachment attachment) {
      attachment(attachment);
    } else if (part instanceof Part.Several several) {
      several(several);
    } else if (part instanceof Part.Forwarded forwarded) {
      line("Content-Type: message/rfc822");
      line("Content-Disposition: inline");
      line("");
      message(forwarded.headers(), forwarded.content());
    }
  }

  private void text(Part.Text text) throws IOException {
    line("Content-Type: text/" + text.subtype() + "; charset=utf-8");
    line("Content-Transfer-Encoding: quoted-printable");
    line("");
    byte[] content = text.content().replace("\n", END).getBytes(StandardCharsets.UTF_8);
    EncoderUtil.encodeQ(new ByteArrayInputStream(content), out);
    line("");
  }

  private void attachment(Part.Attachment attachment) throws IOException {
    String name = "attachment-" + attachment.number() + "." + attachment.type().extension();
    line("Content-Type: " + attachment.type().mediaType() + "; name=\"" + name + "\"");
    line("Content-Transfer-Encoding: base64");
    line(
        "Content-Disposition: "
            + (attachment.inline() ? "inline" : "attachment")
            + "; filename=\""
            + name
            + "\"");
    line("");
    out.write(Base64.getMimeEncoder().encode(attachment.content()));
    line("");
  }

  private void several(Part.Several several) throws IOException {
    String boundary = "=_part-" + ++boundaries;
    line("Content-Type: multipart/" + several.subtype() + "; boundary=\"" + boundary + "\"");
    line("");
    for (Part part : several.parts()) {
      line("--" + boundary);
      part(part);
    }
    line("--" + boundary + "--");
  }

  private void line(String line) throws IOException {
    out.write(MailCleaner.ascii(line + END));
  }
}
