package io.touchstone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the annotation pipeline. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Touchstone {

  public static void main(String[] arguments) {
    SpringApplication.run(Touchstone.class, arguments);
  }
}
