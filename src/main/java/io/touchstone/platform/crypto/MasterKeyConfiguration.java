package io.touchstone.platform.crypto;

import io.touchstone.platform.DataFolder;
import io.touchstone.platform.TouchstoneSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MasterKeyConfiguration {

  @Bean
  MasterKey masterKey(TouchstoneSettings settings, DataFolder writable, Secrets secrets) {
    return new MasterKeySource(
            settings.masterKey(), settings.data().resolve("keys/master.key"), secrets)
        .load();
  }
}
