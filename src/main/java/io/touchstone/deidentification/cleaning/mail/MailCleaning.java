package io.touchstone.deidentification.cleaning.mail;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.NotCleanable;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.markup.HtmlCleaner;
import io.touchstone.deidentification.cleaning.markup.TextCleaner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;

/** Cleans one mail, part by part. */
final class MailCleaning {

  private static final int PARTS = 1_000;
  private static final int DEPTH = 20;

  /** Of a text; a page is held as a tree, which takes a multiple of its bytes. */
  private static final int TEXT_BYTES = 8 * 1024 * 1024;

  /** Mails within mails. */
  private static final int FORWARDED = 3;

  private static final Set<String> SEVERAL = Set.of("mixed", "alternative", "related");

  private final CleaningTools tools;
  private final Map<String, Integer> removed;
  private final MailHeaders headers;
  private int parts;
  private int attachments;
  private int doubtful;

  MailCleaning(CleaningTools tools, Map<String, Integer> removed) {
    this.tools = tools;
    this.removed = removed;
    this.headers = new MailHeaders(tools, removed);
  }

  /** How often a person should look. */
  int doubtful() {
    return doubtful;
  }

  List<String> headers(Message message) {
    return headers.cleaned(message);
  }

  Part part(Entity entity) throws IOException {
    return part(entity, tools, 0, 0);
  }

  private Part part(Entity entity, CleaningTools with, int depth, int mails) throws IOException {
    if (++parts > PARTS || depth > DEPTH) {
      throw new NotCleanable(
          depth > DEPTH ? Quarantine.TOO_DEEP : Quarantine.BOMB,
          "it has more parts, or parts within parts, than can be looked at. Send the parts by"
              + " themselves.");
    }
    String type = entity.getMimeType() == null ? "text/plain" : lower(entity.getMimeType());
    Protection.refuse(entity, type);
    Body body = entity.getBody();
    if (body instanceof Multipart multipart) {
      return several(multipart, type, with, depth, mails);
    }
    if (body instanceof Message message) {
      return forwarded(message, depth, mails);
    }
    if (!(body instanceof SingleBody single)) {
      return note(Quarantine.UNREADABLE);
    }
    byte[] content = MailReader.bytes(single);
    if (type.equals("text/plain") || type.equals("text/html")) {
      if (!isAttachment(entity)) {
        if (content.length > TEXT_BYTES) {
          return note(Quarantine.TOO_LARGE);
        }
        return text(MailReader.text(entity, content, tools.encoding()), type, with);
      }
    }
    return attachment(entity, type, content);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static boolean isAttachment(Entity entity) {
    return "attachment".equalsIgnoreCase(entity.getDispositionType());
  }

  /** Of several versions of a text the first that is not empty is the item's text. */
  private Part several(Multipart multipart, String type, CleaningTools with, int depth, int mails)
      throws IOException {
    String subtype = type.substring(type.indexOf('/') + 1);
    boolean versions = subtype.equals("alternative");
    List<Part> cleaned = new ArrayList<>();
    CleaningTools next = with;
    for (Entity entity : multipart.getBodyParts()) {
      Part part = part(entity, next, depth + 1, mails);
      cleaned.add(part);
      if (versions && !(part instanceof Part.Text text && text.content().isBlank())) {
        next = new AsideTools(tools);
      }
    }
    if (cleaned.isEmpty()) {
      cleaned.add(new Part.Text("plain", ""));
    }
    return new Part.Several(SEVERAL.contains(subtype) ? subtype : "mixed", cleaned);
  }

  private Part forwarded(Message message, int depth, int mails) throws IOException {
    if (mails >= FORWARDED) {
      return note(Quarantine.TOO_DEEP);
    }
    List<String> inner = headers.cleaned(message);
    return new Part.Forwarded(inner, part(message, tools, depth + 1, mails + 1));
  }

  private Part text(String text, String type, CleaningTools with) throws IOException {
    Protection.refuse(text);
    return type.equals("text/html")
        ? new Part.Text("html", HtmlCleaner.cleaned(text, with, removed))
        : new Part.Text("plain", TextCleaner.cleaned(text, with, removed));
  }

  private Part attachment(Entity entity, String type, byte[] content) {
    removed.merge("attachment-name", entity.getFilename() == null ? 0 : 1, Integer::sum);
    if (Protection.isContainer(entity, type)) {
      return note(Quarantine.UNSUPPORTED_TYPE);
    }
    Cleaning cleaning = tools.nested(content);
    if (cleaning instanceof Cleaning.Cleaned cleaned) {
      cleaned.removed().forEach((what, times) -> removed.merge(what, times, Integer::sum));
      doubtful += cleaned.doubtful();
      return new Part.Attachment(
          cleaned.object(), cleaned.type(), ++attachments, !isAttachment(entity));
    }
    return note(((Cleaning.Quarantined) cleaning).reason());
  }

  private Part note(Quarantine reason) {
    removed.merge("attachment", 1, Integer::sum);
    return new Part.Text(
        "plain", "[Attachment " + ++attachments + " was removed: " + reason + "]\n");
  }
}
