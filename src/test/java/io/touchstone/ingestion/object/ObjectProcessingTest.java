package io.touchstone.ingestion.object;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.Tags;
import io.touchstone.deidentification.cleaning.Cleaner;
import io.touchstone.deidentification.cleaning.DocumentSamples;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.image.text.TextCleaning;
import io.touchstone.deidentification.cleaning.mail.MailCleaner;
import io.touchstone.deidentification.cleaning.markup.HtmlCleaner;
import io.touchstone.deidentification.cleaning.markup.TextCleaner;
import io.touchstone.deidentification.cleaning.ocr.Tesseract;
import io.touchstone.deidentification.operator.DeidentificationRules;
import io.touchstone.deidentification.operator.Operators;
import io.touchstone.deidentification.recogniser.NameRecogniser;
import io.touchstone.ingestion.policy.DeidentificationPolicy;
import io.touchstone.ingestion.row.Reason;
import io.touchstone.platform.crypto.Hmac;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One object becomes an item's text and what is left of the object. */
class ObjectProcessingTest {

  private static final byte[] PAGE =
      "<html><body><p>Ring Zed Heronsworth</p><!-- kept --></body></html>".getBytes(UTF_8);

  private static ObjectOutcome processed(byte[] object, Optional<Charset> encoding) {
    DeidentificationPolicy policy =
        DeidentificationPolicy.standard(
                List.of(new NameRecogniser(List.of("J\u00fcrgen"))),
                DeidentificationRules.PLAIN,
                Operators.tags())
            .reading(encoding);
    return new ObjectProcessing(
            Hmac.of(new byte[] {1}),
            policy,
            new Tags(List.of()),
            new ObjectCleaning(
                List.of(new HtmlCleaner(), new TextCleaner()),
                faces -> new TextCleaner(),
                new TextCleaning(new Tesseract("none"))))
        .process(object, 1);
  }

  @Test
  void a_text_in_the_projects_encoding_is_read_and_written_as_utf8() {
    Charset old = Charset.forName("windows-1252");
    byte[] letter = "Lieber J\u00fcrgen, 5 \u20ac f\u00fcr dich.".getBytes(old);
    byte[] undefined = {'a', ' ', 't', 'e', 'x', 't', ' ', (byte) 0xfc, (byte) 0x81};

    ObjectOutcome.Usable usable = (ObjectOutcome.Usable) processed(letter, Optional.of(old));
    ObjectOutcome.Kept told = (ObjectOutcome.Kept) processed(letter, Optional.empty());
    ObjectOutcome.Kept broken = (ObjectOutcome.Kept) processed(undefined, Optional.of(old));

    assertThat(usable.text()).isEqualTo("Lieber [NAME], 5 \u20ac f\u00fcr dich.");
    assertThat(told.why().reason()).isEqualTo(Quarantine.UNKNOWN_ENCODING);
    assertThat(told.why().sentence()).contains("project.yaml: delivery, encoding");
    assertThat(broken.why().reason()).isEqualTo(Quarantine.UNREADABLE);
    assertThat(broken.why().sentence()).contains("the byte at offset 8").contains("windows-1252");
  }

  @Test
  void an_object_may_have_1_mib_of_text_and_no_more() {
    byte[] longest = "word ".repeat(209_715).concat("x").getBytes(UTF_8);
    assertThat(longest).hasSize(1 << 20);

    assertThat(processed(longest, Optional.empty())).isInstanceOf(ObjectOutcome.Usable.class);
    ObjectOutcome.Refused refused =
        (ObjectOutcome.Refused)
            processed(new String(longest, UTF_8).concat("y").getBytes(UTF_8), Optional.empty());
    assertThat(refused.bad().reason()).isEqualTo(Reason.TEXT_TOO_LONG);
    assertThat(refused.bad().sentence()).contains("longer than 1 MiB");
  }

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
