package io.touchstone.platform.engine.doors;

import io.touchstone.platform.security.Role;
import java.util.Set;

/** As {@link AdministratorWall}, for auditors and process owners too. */
public class ReaderWall extends AdministratorWall {

  /** For those who read in Cockpit. */
  public ReaderWall() {
    super(Set.of(Role.ADMINISTRATOR, Role.AUDITOR, Role.PROCESS_OWNER));
  }
}
