package io.touchstone.platform.security;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody who is known by a user id.
 *
 * @param id user id
 * @param name as shown; the id where nobody has said one
 * @param mail address, where it is known
 * @param roles what the person is
 * @param hasPassword whether one can be typed at all; simulated people, invited ones who have not
 *     come yet and those who left have none
 */
public record Account(
    String id, String name, Optional<String> mail, Set<Role> roles, boolean hasPassword) {

  public Account {
    roles = Set.copyOf(roles);
  }

  /** Whether the person labels or reviews items. */
  public boolean worksOnItems() {
    return roles.contains(Role.ANNOTATOR) || roles.contains(Role.REVIEWER);
  }

  /** Whether the account may do no more than label. */
  public boolean labelsAtMost() {
    return Set.of(Role.ANNOTATOR).containsAll(roles);
  }
}
