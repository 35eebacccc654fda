package io.touchstone.audit;

import io.touchstone.platform.security.AccessLog;
import io.touchstone.platform.security.Call;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Refusals and administrators' calls as audit events, each in a transaction of its own. */
@Component
class AccessTrail implements AccessLog {

  private final AuditTrail trail;

  AccessTrail(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void refused(String userId, Call call) {
    record(userId, "call_refused", call);
  }

  @Override
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void administratorCalls(String userId, Call call) {
    record(userId, "administrator_called", call);
  }

  @Override
  @Transactional
  public void passwordChanged(String userId) {
    trail.record(userId, "password_changed", "user:" + userId, Map.of());
  }

  private void record(String userId, String action, Call call) {
    trail.record(userId, action, "call:" + call.path(), Map.of("method", call.method()));
  }
}
