package io.touchstone.platform.security;

import io.touchstone.platform.web.Refusal;
import java.util.Set;

/**
 * The authenticated person or machine behind a request; a controller method takes it as a
 * parameter.
 *
 * @param id user id
 * @param roles what the caller is, from the user's groups
 */
public record Caller(String id, Set<Role> roles) {

  public Caller {
    roles = Set.copyOf(roles);
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
