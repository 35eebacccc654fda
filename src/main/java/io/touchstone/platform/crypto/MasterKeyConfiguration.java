package io.touchstone.platform.crypto;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MasterKeyConfiguration {

  @Bean
  MasterKey masterKey(
      @Value("${touchstone.master-key:}") String configured,
      @Value("${touchstone.data:data}") Path data,
      Secrets secrets) {
    return new MasterKeySource(configured, data.resolve("keys/master.key"), secrets).load();
  }
}
