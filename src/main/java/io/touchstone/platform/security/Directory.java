package io.touchstone.platform.security;

import java.util.Optional;
import java.util.Set;

/**
 * Users, their passwords and roles. Camunda's own store stands behind it today; LDAP can replace it
 * without any other package noticing.
 */
public interface Directory {

  /** The person, if the password is right; as slow for an unknown name as for a known one. */
  Optional<Caller> login(String userId, String password);

  /** The person with current roles; empty if there is none of that id. */
  Optional<Caller> find(String userId);

  /** Ids of all who have a role. */
  Set<String> members(Role role);

  /** Adds a person with a password and roles; an existing one is left as they are. */
  void add(String userId, String shownName, String password, Set<Role> roles);
}
