package io.touchstone.platform.security.project;

import java.util.Set;

/** In which projects people have work. */
public interface ProjectsAtWork {

  /** Keys of the projects of which the person has work packages in batches that have not ended. */
  Set<String> of(String userId);
}
