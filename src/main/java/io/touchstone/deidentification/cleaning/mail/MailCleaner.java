package io.touchstone.deidentification.cleaning.mail;

import io.touchstone.deidentification.cleaning.Cleaner;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.NotCleanable;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.james.mime4j.dom.Message;

/**
 * Mail. Of the headers those stay that a reader sees; every address gives way to a number; bodies
 * are redacted and written as UTF-8; attachments are cleaned by the cleaner of their kind and get
 * names that say nothing, and one that is refused leaves a note that says why.
 */
public final class MailCleaner implements Cleaner {

  @Override
  public Set<ObjectType> types() {
    return Set.of(ObjectType.EML);
  }

  @Override
  public Cleaning clean(byte[] object, ObjectType type, CleaningTools tools) throws IOException {
    try {
      Message message = MailReader.read(MailReader.single(object));
      Map<String, Integer> removed = new TreeMap<>();
      MailCleaning cleaning = new MailCleaning(tools, removed);
      List<String> headers = cleaning.headers(message);
      Part content = cleaning.part(message);
      return new Cleaning.Cleaned(
          MailWriter.written(headers, content), ObjectType.EML, removed, cleaning.doubtful());
    } catch (NotCleanable e) {
      return e.outcome();
    } catch (StackOverflowError e) {
      return new Cleaning.Quarantined(
          Quarantine.TOO_DEEP,
          "it holds parts within parts, deeper than can be looked. Send the parts by themselves.");
    } catch (RuntimeException e) {
      return new Cleaning.Quarantined(
          Quarantine.UNREADABLE,
          "it is damaged so that it cannot be read. Save it anew and send it again.");
    }
  }

  /**
   * Read by a parser of mails; what writes them is code of its own. Headers are read as they stand
   * and decoded, pages by walking over their characters. What is attached is not opened.
   */
  @Override
  public List<String> readBack(byte[] cleaned, ObjectType type) throws IOException {
    try {
      return MailScan.texts(MailReader.read(cleaned));
    } catch (RuntimeException | StackOverflowError e) {
      throw new IOException("the mail that was written cannot be read", e);
    }
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
