package io.touchstone.platform.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.touchstone.platform.security.Caller;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Title of the interface's description; the caller comes from the login, not from a parameter. */
@Configuration(proxyBeanMethods = false)
class OpenApiSetup {

  @Bean
  OpenAPI description() {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    return new OpenAPI().info(new Info().title("Touchstone").version("v1"));
  }
}
