package io.touchstone.health.prometheus;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.web.Api;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/** The four metrics as Prometheus scrapes them. */
@Api
class HealthMetricsController {

  private static final MediaType TEXT_FORMAT =
      MediaType.parseMediaType("text/plain; version=0.0.4; charset=utf-8");

  private final HealthMetrics metrics;
  private final ProjectAccess access;

  HealthMetricsController(HealthMetrics metrics, ProjectAccess access) {
    this.metrics = metrics;
    this.access = access;
  }

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @GetMapping("/health/metrics")
  ResponseEntity<String> metrics(Caller caller) {
    caller.mustBe("read the metrics", Role.DATA_MANAGER, Role.TRAINING_ENGINEER);
    return ResponseEntity.ok().contentType(TEXT_FORMAT).body(metrics.text(access.known(caller)));
  }
}
