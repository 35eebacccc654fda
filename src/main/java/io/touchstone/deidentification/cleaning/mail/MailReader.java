package io.touchstone.deidentification.cleaning.mail;

import io.touchstone.deidentification.cleaning.NotCleanable;
import io.touchstone.deidentification.cleaning.Quarantine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.james.mime4j.dom.BinaryBody;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.BasicBodyFactory;
import org.apache.james.mime4j.message.BodyFactory;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/** Reads mails in memory, within bounds. */
final class MailReader {

  private static final int HEADERS = 1_000;
  private static final int HEADER_LENGTH = 100_000;

  /** Bytes stay as they are: which characters they are is decided here and not by the parser. */
  private static final BodyFactory BYTES =
      new BodyFactory() {
        @Override
        public BinaryBody binaryBody(InputStream content) throws IOException {
          return BasicBodyFactory.INSTANCE.binaryBody(content);
        }

        @Override
        public TextBody textBody(InputStream content, String charset) throws IOException {
          return BasicBodyFactory.INSTANCE.textBody(content, "ISO-8859-1");
        }
      };

  private MailReader() {}

  static Message read(byte[] mail) throws IOException {
    DefaultMessageBuilder builder = new DefaultMessageBuilder();
    builder.setBodyFactory(BYTES);
    builder.setMimeEntityConfig(
        MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(HEADERS)
            .setMaxHeaderLen(HEADER_LENGTH)
            .setMaxContentLen(-1)
            .build());
    return builder.parseMessage(new ByteArrayInputStream(mail));
  }

  /**
   * The mail without the line that mailbox files put before each.
   *
   * @throws NotCleanable if there are several
   */
  static byte[] single(byte[] object) throws NotCleanable {
    if (!starts(object, 0, "From ")) {
      return object;
    }
    for (int at = 1; at < object.length; at++) {
      if (object[at - 1] == '\n'
          && starts(object, at, "From ")
          && at > 1
          && (object[at - 2] == '\n' || object[at - 2] == '\r' && object[at - 3] == '\n')) {
        throw new NotCleanable(
            Quarantine.UNSUPPORTED_TYPE,
            "it is a mailbox of several mails. Send the mails one by one.");
      }
    }
    int end = 0;
    while (end < object.length && object[end] != '\n') {
      end++;
    }
    return Arrays.copyOfRange(object, Math.min(end + 1, object.length), object.length);
  }

  private static boolean starts(byte[] bytes, int at, String with) {
    byte[] word = MailCleaner.ascii(with);
    return at + word.length <= bytes.length
        && Arrays.equals(bytes, at, at + word.length, word, 0, word.length);
  }

  static byte[] bytes(SingleBody body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    body.writeTo(out);
    return out.toByteArray();
  }

  /**
   * The characters of a text: as its charset says, else UTF-8 if it is that, else as the project
   * says, else windows-1252, as mail programs have it.
   */
  static String text(Entity part, byte[] bytes, Optional<Charset> encoding) {
    String name = part.getCharset();
    if (name != null && !name.equalsIgnoreCase("us-ascii") && isKnown(name)) {
      return new String(bytes, Charset.forName(name));
    }
    return text(bytes, encoding);
  }

  static String text(byte[] bytes, Optional<Charset> encoding) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, encoding.orElse(Charset.forName("windows-1252")));
    }
  }

  private static boolean isKnown(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
