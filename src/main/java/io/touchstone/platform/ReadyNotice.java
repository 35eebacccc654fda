package io.touchstone.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The line after which the product answers. */
@Component
class ReadyNotice {

  private static final Logger log = LoggerFactory.getLogger(ReadyNotice.class);

  private final TouchstoneSettings settings;
  private final Environment environment;

  ReadyNotice(TouchstoneSettings settings, Environment environment) {
    this.settings = settings;
    this.environment = environment;
  }

  @EventListener
  @Order(0)
  void ready(ApplicationReadyEvent event) {
    log.info(
        "ready url={} port={} seconds={} data={}",
        settings.publicUrl(),
        environment.getProperty("local.server.port"),
        event.getTimeTaken().toSeconds(),
        settings.data());
  }
}
