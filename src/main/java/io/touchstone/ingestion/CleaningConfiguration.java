package io.touchstone.ingestion;

import io.touchstone.ingestion.cleaning.RecordingCleaner;
import io.touchstone.ingestion.cleaning.markup.HtmlCleaner;
import io.touchstone.ingestion.cleaning.markup.TextCleaner;
import io.touchstone.ingestion.cleaning.office.OoxmlCleaner;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which cleaners there are. */
@Configuration(proxyBeanMethods = false)
class CleaningConfiguration {

  @Bean
  ObjectCleaning objectCleaning() {
    return new ObjectCleaning(
        List.of(new TextCleaner(), new HtmlCleaner(), new OoxmlCleaner(), new RecordingCleaner()));
  }
}
