package io.touchstone.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class HttpsDefaultsTest {

  private static final String SESSION = "server.servlet.session.cookie.secure";
  private static final String CSRF = "camunda.bpm.webapp.csrf.enable-secure-cookie";

  @Test
  void behind_https_cookies_travel_over_https_only() {
    StandardEnvironment environment = with(Map.of("touchstone.public-url", "HTTPS://a.example"));

    assertThat(environment.getProperty(SESSION)).isEqualTo("true");
    assertThat(environment.getProperty(CSRF)).isEqualTo("true");
    assertThat(environment.getProperty(HttpsDefaults.HTTPS)).isEqualTo("true");
  }

  @Test
  void over_plain_http_a_secure_cookie_would_never_come_back() {
    StandardEnvironment environment =
        with(Map.of("touchstone.public-url", "http://localhost:8080"));

    assertThat(environment.getProperty(SESSION)).isEqualTo("false");
    assertThat(environment.getProperty(HttpsDefaults.HTTPS)).isEqualTo("false");
  }

  @Test
  void a_setting_overrides_what_follows_from_the_address() {
    StandardEnvironment environment =
        with(Map.of("touchstone.public-url", "http://localhost:8080", SESSION, "true"));

    assertThat(environment.getProperty(SESSION)).isEqualTo("true");
  }

  private static StandardEnvironment with(Map<String, Object> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("given", settings));
    new HttpsDefaults().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }
}
