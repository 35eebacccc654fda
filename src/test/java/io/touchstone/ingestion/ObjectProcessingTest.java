package io.touchstone.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.ingestion.cleaning.ObjectType;
import io.touchstone.ingestion.cleaning.image.TextCleaning;
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
    ObjectProcessing processing =
        new ObjectProcessing(
            Hmac.of(new byte[] {1}),
            DeidentificationPolicy.none("invented"),
            new Tags(List.of()),
            new ObjectCleaning(
                List.of(new HtmlCleaner()),
                faces -> new TextCleaner(),
                new TextCleaning(new Tesseract("none"))));

    ObjectOutcome.Usable usable = (ObjectOutcome.Usable) processing.process(PAGE, 1);

    assertThat(usable.object()).hasValue(PAGE);
    assertThat(usable.text()).isEqualTo("Ring Zed Heronsworth");
    assertThat(usable.details().type()).hasValue(ObjectType.HTML);
    assertThat(usable.details().removed()).as("nothing was taken out of it").isEmpty();
  }
}
