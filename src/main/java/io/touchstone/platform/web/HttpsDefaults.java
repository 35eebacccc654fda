package io.touchstone.platform.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What follows from an address that begins with https: cookies only over it. Defaults, each of
 * which a setting overrides.
 */
class HttpsDefaults implements EnvironmentPostProcessor, Ordered {

  /** Whether browsers reach this installation over https; derived, so no setting of its own. */
  static final String HTTPS = "derived.https";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    boolean https =
        environment
            .getProperty("touchstone.public-url", "")
            .toLowerCase(Locale.ROOT)
            .startsWith("https://");
    Map<String, Object> defaults = new HashMap<>();
    defaults.put(HTTPS, https);
    defaults.put("camunda.bpm.webapp.csrf.enable-secure-cookie", https);
    defaults.put("server.servlet.session.cookie.secure", https);
    environment.getPropertySources().addLast(new MapPropertySource("https", defaults));
  }

  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 1;
  }
}
