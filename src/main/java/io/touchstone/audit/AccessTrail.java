package io.touchstone.audit;

import io.touchstone.platform.security.AccessLog;
import io.touchstone.platform.security.Call;
import io.touchstone.platform.security.SessionEnd;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Logins, refusals and administrators' calls as audit events, each in a transaction of its own;
 * logins as log lines, too. Only ids of people who exist.
 */
@Component
class AccessTrail implements AccessLog {

  private static final Logger log = LoggerFactory.getLogger(AccessTrail.class);

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

  @Override
  @Transactional
  public void passwordReset(String by, String userId) {
    trail.record(by, "password_reset", "user:" + userId, Map.of());
    log.info("password_reset user={} by={}", userId, by);
  }

  @Override
  @Transactional
  public void invitationUsed(String userId) {
    trail.record(userId, "invitation_used", "user:" + userId, Map.of());
    log.info("invitation_used user={}", userId);
  }

  @Override
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void loggedIn(String userId, Door door) {
    String through = door.name().toLowerCase(Locale.ROOT);
    trail.record(userId, "logged_in", "user:" + userId, Map.of("door", through));
    log.info("logged_in user={} door={}", userId, through);
  }

  @Override
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void loginsFailed(Optional<String> userId, long times) {
    String name = userId.orElse("unknown");
    trail.record(
        AuditTrail.SYSTEM,
        "login_failed",
        "user:" + name,
        Map.of("times", times, "known", userId.isPresent()));
    log.warn("login_failed user={} times={}", name, times);
  }

  @Override
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void loginsTurnedAway(long times) {
    trail.record(AuditTrail.SYSTEM, "logins_turned_away", "logins:all", Map.of("times", times));
    log.warn("logins_turned_away times={}", times);
  }

  @Override
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void loggedOut(String userId) {
    trail.record(userId, "logged_out", "user:" + userId, Map.of());
    log.info("logged_out user={}", userId);
  }

  @Override
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void sessionEnded(String userId, SessionEnd why) {
    trail.record(userId, "session_ended", "user:" + userId, Map.of("why", why.code()));
    log.info("session_ended user={} why={}", userId, why.code());
  }

  private void record(String userId, String action, Call call) {
    trail.record(userId, action, "call:" + call.path(), Map.of("method", call.method()));
  }
}
