package io.touchstone.platform.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which port is taken and how to choose another. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortInUseAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, PortInUseException taken) {
    return new FailureAnalysis(
        "Port " + taken.getPort() + " is in use by another process.",
        "Stop that process, or choose another port: SERVER_PORT="
            + (taken.getPort() + 1)
            + " (touchstone.public-url follows).",
        taken);
  }
}
