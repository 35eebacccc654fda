package io.touchstone.release;

import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.release.version.DatasetFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReleaseConfiguration {

  @Bean
  DatasetFiles datasetFiles(TouchstoneSettings settings) {
    return new DatasetFiles(settings.data());
  }
}
