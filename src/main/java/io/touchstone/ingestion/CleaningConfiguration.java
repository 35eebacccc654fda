package io.touchstone.ingestion;

import io.touchstone.ingestion.cleaning.Cleaner;
import io.touchstone.ingestion.cleaning.RecordingCleaner;
import io.touchstone.ingestion.cleaning.image.ImageCleaner;
import io.touchstone.ingestion.cleaning.image.Obfuscation;
import io.touchstone.ingestion.cleaning.mail.MailCleaner;
import io.touchstone.ingestion.cleaning.markup.HtmlCleaner;
import io.touchstone.ingestion.cleaning.markup.TextCleaner;
import io.touchstone.ingestion.cleaning.office.LegacyOfficeCleaner;
import io.touchstone.ingestion.cleaning.office.OdtCleaner;
import io.touchstone.ingestion.cleaning.office.OoxmlCleaner;
import io.touchstone.ingestion.cleaning.pdf.PdfCleaner;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which cleaners there are. */
@Configuration(proxyBeanMethods = false)
class CleaningConfiguration {

  private static final List<Cleaner> OF_DOCUMENTS_AND_RECORDINGS =
      List.of(
          new TextCleaner(),
          new HtmlCleaner(),
          new PdfCleaner(),
          new MailCleaner(),
          new OoxmlCleaner(),
          new OdtCleaner(),
          new LegacyOfficeCleaner(),
          new RecordingCleaner());

  @Bean
  ObjectCleaning objectCleaning() {
    return new ObjectCleaning(
        OF_DOCUMENTS_AND_RECORDINGS,
        faces ->
            new ImageCleaner(
                switch (faces) {
                  case FILL -> Obfuscation.FILL;
                  case NOISE -> Obfuscation.NOISE;
                }));
  }
}
