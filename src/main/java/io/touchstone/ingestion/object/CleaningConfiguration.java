package io.touchstone.ingestion.object;

import io.touchstone.deidentification.cleaning.Cleaner;
import io.touchstone.deidentification.cleaning.image.ImageCleaner;
import io.touchstone.deidentification.cleaning.image.face.Obfuscation;
import io.touchstone.deidentification.cleaning.image.text.TextCleaning;
import io.touchstone.deidentification.cleaning.mail.MailCleaner;
import io.touchstone.deidentification.cleaning.markup.HtmlCleaner;
import io.touchstone.deidentification.cleaning.markup.TextCleaner;
import io.touchstone.deidentification.cleaning.metadata.RecordingCleaner;
import io.touchstone.deidentification.cleaning.ocr.Tesseract;
import io.touchstone.deidentification.cleaning.office.OdtCleaner;
import io.touchstone.deidentification.cleaning.office.OoxmlCleaner;
import io.touchstone.deidentification.cleaning.office.legacy.LegacyOfficeCleaner;
import io.touchstone.deidentification.cleaning.pdf.PdfCleaner;
import io.touchstone.platform.TouchstoneSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which cleaners there are. */
@Configuration(proxyBeanMethods = false)
class CleaningConfiguration {

  private static final Logger log = LoggerFactory.getLogger(CleaningConfiguration.class);

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
  Tesseract tesseract(TouchstoneSettings settings) {
    Tesseract tesseract = new Tesseract(settings.tesseract());
    Optional<Set<String>> languages = tesseract.languages();
    if (languages.isPresent()) {
      log.info("text_in_pictures_can_be_read languages={}", languages.get());
    } else {
      log.info("text_in_pictures_cannot_be_read missing={}", settings.tesseract());
    }
    return tesseract;
  }

  @Bean
  TextCleaning textCleaning(Tesseract tesseract) {
    return new TextCleaning(tesseract);
  }

  @Bean
  ObjectCleaning objectCleaning(TextCleaning ofTextInImages) {
    return new ObjectCleaning(
        OF_DOCUMENTS_AND_RECORDINGS,
        faces ->
            new ImageCleaner(
                switch (faces) {
                  case FILL -> Obfuscation.FILL;
                  case NOISE -> Obfuscation.NOISE;
                }),
        ofTextInImages);
  }
}
