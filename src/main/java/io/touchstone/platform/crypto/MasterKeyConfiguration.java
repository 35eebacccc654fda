package io.touchstone.platform.crypto;

import io.touchstone.platform.TouchstoneSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MasterKeyConfiguration {

  @Bean
  MasterKey masterKey(
      @Value("${touchstone.master-key:}") String configured,
      TouchstoneSettings settings,
      Secrets secrets) {
    return new MasterKeySource(configured, settings.data().resolve("keys/master.key"), secrets)
        .load();
  }
}
