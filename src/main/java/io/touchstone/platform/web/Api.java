package io.touchstone.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A controller of the product, mounted twice: for machines under {@code /api/v1}, for browsers
 * under Camunda's session and CSRF protection.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RestController
@RequestMapping({Api.MACHINE, Api.BROWSER})
public @interface Api {

  /** HTTP Basic or token, no cookies. */
  String MACHINE = "/api/v1";

  /** Camunda's session. */
  String BROWSER = "/camunda/api/touchstone/v1";
}
