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

  /**
   * Adds a person with roles; an existing one keeps name and password.
   *
   * @param password empty for somebody who never logs in, a simulated person
   */
  void add(String userId, String shownName, Optional<String> password, Set<Role> roles);
}
