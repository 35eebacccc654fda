package io.touchstone.platform.security.ldap;

import io.touchstone.platform.security.Role;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody is here by the groups of the directory.
 *
 * @param projects keys; {@code *} for all
 */
record Grants(Set<Role> roles, Set<String> projects) {

  /** Nothing. */
  static final Grants NONE = new Grants(Set.of(), Set.of());

  Grants {
    roles = Set.copyOf(roles);
    projects = Set.copyOf(projects);
  }

  /** Both together. */
  Grants and(Grants other) {
    Set<Role> both = EnumSet.noneOf(Role.class);
    both.addAll(roles);
    both.addAll(other.roles);
    Set<String> keys = new TreeSet<>(projects);
    keys.addAll(other.projects);
    return new Grants(both, keys);
  }
}
