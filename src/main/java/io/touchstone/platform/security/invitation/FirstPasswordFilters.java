package io.touchstone.platform.security.invitation;

import io.touchstone.platform.web.Api;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The door of first passwords, behind that of machines; the browser's is behind Camunda's. */
@Configuration(proxyBeanMethods = false)
class FirstPasswordFilters {

  @Bean
  FilterRegistrationBean<FirstPasswordDoor> machinesFirstPasswordDoor(FirstPasswords passwords) {
    var registration = new FilterRegistrationBean<>(new FirstPasswordDoor(passwords));
    registration.addUrlPatterns(Api.MACHINE + "/*");
    registration.setOrder(1);
    return registration;
  }
}
