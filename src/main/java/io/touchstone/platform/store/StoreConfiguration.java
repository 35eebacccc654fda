package io.touchstone.platform.store;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  @Bean
  ObjectStore objectStore(@Value("${touchstone.data:data}") Path data) {
    return new DirectoryStore(data.resolve("objects"));
  }

  @Bean
  EncryptedObjects encryptedObjects(ObjectStore store) {
    return new EncryptedObjects(store);
  }
}
