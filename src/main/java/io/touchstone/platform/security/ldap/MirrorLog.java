package io.touchstone.platform.security.ldap;

import io.touchstone.platform.security.Role;
import java.util.Set;

/** The record of what the directory changes here; kept by the audit, in its transaction. */
public interface MirrorLog {

  /** Somebody came, came back, or is something else by now. */
  void mirrored(String userId, Set<Role> roles, Set<String> projects);

  /** Somebody is not in the directory any more, is disabled there, or in none of the groups. */
  void left(String userId);
}
