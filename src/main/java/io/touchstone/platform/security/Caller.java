package io.touchstone.platform.security;

import io.touchstone.platform.web.Refusal;
import java.util.Optional;
import java.util.Set;

/**
 * The authenticated person or machine behind a request; a controller method takes it as a
 * parameter.
 *
 * @param id user id
 * @param roles what the caller is, from the user's groups
 * @param projects keys of the projects that this call is limited to, as a machine's token may be;
 *     empty: whatever the person behind it may know
 */
public record Caller(String id, Set<Role> roles, Optional<Set<String>> projects) {

  public Caller {
    roles = Set.copyOf(roles);
    projects = projects.map(Set::copyOf);
  }

  /** A caller whom nothing limits but the person's own access. */
  public Caller(String id, Set<Role> roles) {
    this(id, roles, Optional.empty());
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether the caller has one of the roles; an administrator has them all. */
  public boolean mayActAs(Role... wanted) {
    if (is(Role.ADMINISTRATOR)) {
      return true;
    }
    for (Role role : wanted) {
      if (is(role)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Refuses with 403 unless the caller has one of the roles.
   *
   * @param action what is attempted, as a verb phrase, "read the manifest"
   */
  public void mustBe(String action, Role... wanted) {
    if (!mayActAs(wanted)) {
      throw new Refusal(
          403,
          "not-allowed",
          "You may not " + action + ": it is reserved to " + Role.listed(wanted) + ".");
    }
  }
}
