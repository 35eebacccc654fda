package io.touchstone.platform.engine.doors;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import java.util.Optional;

/** Who may make a call. */
enum Who {
  /** Also without a login. */
  ANYONE,
  /** Whoever is logged in. */
  PERSON,
  /** Auditors and process owners, who read in Cockpit. */
  READER,
  /** Administrators. */
  ADMINISTRATOR;

  boolean includes(Optional<Caller> caller) {
    return switch (this) {
      case ANYONE -> true;
      case PERSON -> caller.isPresent();
      case READER ->
          caller.filter(person -> person.mayActAs(Role.AUDITOR, Role.PROCESS_OWNER)).isPresent();
      case ADMINISTRATOR -> caller.filter(person -> person.is(Role.ADMINISTRATOR)).isPresent();
    };
  }
}
