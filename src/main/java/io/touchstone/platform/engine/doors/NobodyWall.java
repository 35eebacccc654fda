package io.touchstone.platform.engine.doors;

import java.util.Set;

/** As {@link AdministratorWall}, for calls that nobody makes, administrators neither. */
public class NobodyWall extends AdministratorWall {

  /** For nobody. */
  public NobodyWall() {
    super(Set.of());
  }
}
