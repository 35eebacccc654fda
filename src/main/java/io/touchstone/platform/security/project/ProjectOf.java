package io.touchstone.platform.security.project;

import java.util.Set;

/** Says to which project things belong; implemented where their rows are known. */
public interface ProjectOf {

  /** The kinds that it can say it of. */
  Set<Thing> kinds();

  /**
   * Where a thing belongs.
   *
   * @param thing one of {@link #kinds}
   * @param id as it stands in an address
   */
  Belonging of(Thing thing, String id);
}
