package io.touchstone.platform.store;

import io.touchstone.platform.TouchstoneSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  @Bean
  ObjectStore objectStore(TouchstoneSettings settings) {
    return new DirectoryStore(settings.data().resolve("objects"));
  }

  @Bean
  EncryptedObjects encryptedObjects(ObjectStore store) {
    return new EncryptedObjects(store);
  }
}
