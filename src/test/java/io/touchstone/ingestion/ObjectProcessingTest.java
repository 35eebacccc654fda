package io.touchstone.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.ingestion.cleaning.Cleaner;
import io.touchstone.ingestion.cleaning.DocumentSamples;
import io.touchstone.ingestion.cleaning.ObjectType;
import io.touchstone.ingestion.cleaning.Quarantine;
import io.touchstone.ingestion.cleaning.image.TextCleaning;
import io.touchstone.ingestion.cleaning.mail.MailCleaner;
import io.touchstone.ingestion.cleaning.markup.HtmlCleaner;
import io.touchstone.ingestion.cleaning.markup.TextCleaner;
import io.touchstone.ingestion.cleaning.ocr.Tesseract;
import io.touchstone.platform.crypto.Hmac;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One object becomes an item's text and what is left of the object. */
class ObjectProcessingTest {

  private static final byte[] PAGE =
      "<html><body><p>Ring Zed Heronsworth</p><!-- kept --></body></html>".getBytes(UTF_8);

  @Test
  void in_a_project_that_removes_nothing_the_object_stays_as_it_was_delivered() {
    ObjectOutcome.Usable usable =
        (ObjectOutcome.Usable) removingNothing(new HtmlCleaner()).process(PAGE, 1);

    assertThat(usable.object()).hasValue(PAGE);
    assertThat(usable.text()).isEqualTo("Ring Zed Heronsworth");
    assertThat(usable.details().type()).hasValue(ObjectType.HTML);
    assertThat(usable.details().removed()).as("nothing was taken out of it").isEmpty();
  }

  @Test
  void an_object_with_more_text_beside_its_own_than_can_be_searched_is_quarantined() {
    ObjectProcessing processing = removingNothing(new MailCleaner());
    byte[] mebibyte = "0123456789abcde\n".repeat(1 << 16).getBytes(UTF_8);
    byte[] twoMore = "0123456789abcde\n".repeat(2 + (1 << 16)).getBytes(UTF_8);

    assertThat(processing.process(mail(mebibyte), 1)).isInstanceOf(ObjectOutcome.Usable.class);
    ObjectOutcome.Kept kept = (ObjectOutcome.Kept) processing.process(mail(twoMore), 1);

    assertThat(kept.why().reason()).isEqualTo(Quarantine.TOO_LARGE);
    assertThat(kept.why().sentence())
        .contains("more than 1 MiB of text")
        .endsWith("Send the attachments by themselves.");
  }

  private static byte[] mail(byte[] attachment) {
    return DocumentSamples.mail("", "long", "see the file", List.of(attachment));
  }

  private static ObjectProcessing removingNothing(Cleaner cleaner) {
    return new ObjectProcessing(
        Hmac.of(new byte[] {1}),
        DeidentificationPolicy.none("invented"),
        new Tags(List.of()),
        new ObjectCleaning(
            List.of(cleaner, new TextCleaner()),
            faces -> new TextCleaner(),
            new TextCleaning(new Tesseract("none"))));
  }
}
