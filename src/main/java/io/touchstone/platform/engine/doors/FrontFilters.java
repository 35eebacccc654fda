package io.touchstone.platform.engine.doors;

import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.security.AccessLog;
import io.touchstone.platform.security.ClientAddress;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.LoginRecord;
import io.touchstone.platform.security.password.PasswordGate;
import io.touchstone.platform.web.Api;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The filters that stand before Camunda's. */
@Configuration(proxyBeanMethods = false)
class FrontFilters {

  @Bean
  FilterRegistrationBean<RefusalRecorder> refusalRecorder(AccessLog log) {
    var registration = new FilterRegistrationBean<>(new RefusalRecorder(log));
    registration.addUrlPatterns("/camunda/api/*", Api.MACHINE + "/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return registration;
  }

  @Bean
  FilterRegistrationBean<RefusalSentence> refusalSentence(ObjectProvider<PersonTasks> tasks) {
    var registration =
        new FilterRegistrationBean<>(
            new RefusalSentence(id -> tasks.getObject().find(id).isPresent()));
    registration.addUrlPatterns("/camunda/api/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
    return registration;
  }

  @Bean
  ServletListenerRegistrationBean<SessionLogin> sessionLogin(Directory directory, Clock clock) {
    return new ServletListenerRegistrationBean<>(new SessionLogin(directory, clock));
  }

  @Bean
  FilterRegistrationBean<SessionLife> sessionLife(
      Directory directory, AccessLog log, Clock clock, TouchstoneSettings settings) {
    var registration =
        new FilterRegistrationBean<>(new SessionLife(directory, log, clock, settings.sessions()));
    registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 25);
    return registration;
  }

  @Bean
  FilterRegistrationBean<LoginDoor> loginDoor(
      Directory directory,
      PasswordGate gate,
      ClientAddress addresses,
      LoginRecord record,
      AccessLog log) {
    var registration =
        new FilterRegistrationBean<>(new LoginDoor(directory, gate, addresses, record, log));
    registration.addUrlPatterns("/camunda/api/admin/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 27);
    return registration;
  }

  @Bean
  FilterRegistrationBean<NonceIsolation> nonceIsolation() {
    var registration = new FilterRegistrationBean<>(new NonceIsolation());
    registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
    return registration;
  }

  @Bean
  FilterRegistrationBean<TokenForEveryReader> tokenForEveryReader(
      @Value("${camunda.bpm.webapp.application-path}") String path,
      @Value("${camunda.bpm.webapp.csrf.enable-secure-cookie}") boolean secure) {
    var registration = new FilterRegistrationBean<>(new TokenForEveryReader(path, secure));
    registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 40);
    return registration;
  }
}
