package io.touchstone.audit;

import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.ldap.MirrorLog;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the organisation's directory changes here, as audit events. */
@Component
class MirrorTrail implements MirrorLog {

  private final AuditTrail trail;

  MirrorTrail(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  @Transactional
  public void mirrored(String userId, Set<Role> roles, Set<String> projects) {
    trail.record(
        AuditTrail.SYSTEM,
        "person_mirrored",
        "user:" + userId,
        Map.of(
            "roles",
            roles.stream().map(Role::group).sorted().collect(Collectors.joining(" ")),
            "projects",
            String.join(" ", new TreeSet<>(projects))));
  }

  @Override
  @Transactional
  public void left(String userId) {
    trail.record(AuditTrail.SYSTEM, "person_left", "user:" + userId, Map.of());
  }
}
