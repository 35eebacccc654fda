package io.touchstone.platform.security.ldap;

import io.touchstone.platform.LdapSettings;
import io.touchstone.platform.StartRefused;
import io.touchstone.platform.security.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the groups of the directory are here. */
record GroupMapping(Map<String, Grants> groups) {

  /**
   * Reads the settings.
   *
   * @throws StartRefused if a group maps to nothing or to a role that there is not
   */
  static GroupMapping of(LdapSettings settings) {
    Map<String, Grants> groups = new LinkedHashMap<>();
    for (LdapSettings.Mapping each : settings.mapping()) {
      Set<Role> roles = EnumSet.noneOf(Role.class);
      each.roles().forEach(role -> roles.add(role(each.group(), role)));
      if (each.group() == null || each.group().isBlank() || roles.isEmpty()) {
        throw new StartRefused(
            "touchstone.ldap.mapping has a group that maps to no role: " + each.group() + ".",
            "Give each entry a group and roles: " + known() + ".");
      }
      groups.merge(each.group(), new Grants(roles, new TreeSet<>(each.projects())), Grants::and);
    }
    return new GroupMapping(groups);
  }

  /** All that is said of projects. */
  Set<String> projects() {
    Set<String> all = new TreeSet<>();
    groups.values().forEach(grants -> all.addAll(grants.projects()));
    return all;
  }

  private static Role role(String group, String role) {
    return Role.ofGroup(role)
        .orElseThrow(
            () ->
                new StartRefused(
                    "touchstone.ldap.mapping gives the group "
                        + group
                        + " a role that there is not: "
                        + role
                        + ".",
                    "The roles are " + known() + "."));
  }

  private static String known() {
    return Arrays.stream(Role.values()).map(Role::group).collect(Collectors.joining(", "));
  }
}
