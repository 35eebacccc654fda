package io.touchstone.audit;

import io.touchstone.platform.engine.process.DeploymentLog;
import io.touchstone.platform.engine.process.ProcessSet;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Deployments as audit events, each in the transaction that deploys. */
@Component
class DeploymentTrail implements DeploymentLog {

  private final AuditTrail trail;

  DeploymentTrail(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public void deployed(ProcessSet set, Optional<String> actor, String why) {
    trail.record(
        actor.orElse(AuditTrail.SYSTEM),
        DeploymentCheck.ACTION,
        DeploymentCheck.OBJECT + set.deploymentId(),
        Map.of("set", set.sha256(), "files", set.files(), "why", why));
  }
}
