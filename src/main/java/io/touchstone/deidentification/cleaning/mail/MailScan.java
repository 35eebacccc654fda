package io.touchstone.deidentification.cleaning.mail;

import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.markup.HtmlCleaner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.stream.Field;

/** Reads a written mail again: every header, every text, names of attachments. */
final class MailScan {

  private static final int DEPTH = 64;

  private MailScan() {}

  static List<String> texts(Message message) throws IOException {
    List<String> texts = new ArrayList<>();
    read(message, texts, 0);
    return texts;
  }

  private static void read(Entity entity, List<String> texts, int depth) throws IOException {
    if (depth > DEPTH) {
      throw new IOException("parts within parts");
    }
    for (Field field : entity.getHeader().getFields()) {
      String value = MailHeaders.value(field, Optional.empty());
      // The addresses that the writer made up are nobody's.
      texts.add(field.getName() + ": " + MailHeaders.MADE_UP.matcher(value).replaceAll(""));
    }
    if (entity.getBody() instanceof Multipart multipart) {
      for (Entity part : multipart.getBodyParts()) {
        read(part, texts, depth + 1);
      }
    } else if (entity.getBody() instanceof Message message) {
      read(message, texts, depth + 1);
    } else if (entity.getBody() instanceof SingleBody body && isText(entity)) {
      byte[] content = MailReader.bytes(body);
      if (entity.getMimeType().equals("text/html")) {
        texts.addAll(new HtmlCleaner().readBack(content, ObjectType.HTML));
      } else {
        texts.add(MailReader.text(entity, content, Optional.empty()));
      }
    }
  }

  private static boolean isText(Entity entity) {
    return entity.getMimeType().startsWith("text/");
  }
}
