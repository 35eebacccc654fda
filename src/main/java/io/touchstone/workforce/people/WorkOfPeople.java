package io.touchstone.workforce.people;

import io.touchstone.platform.security.project.KnownProjects;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The work that people have in hand; known below. */
public interface WorkOfPeople {

  /** Packages that a person has open, and those that wait for her. */
  record Load(long open, long queued) {}

  /** In these projects, by person; whoever has none may be left out. */
  Map<String, Load> loads(KnownProjects known);

  /**
   * The person is away: what others may have goes to them.
   *
   * @param until the day on which she is expected back
   * @return how many items others have now
   */
  int away(String personId, Optional<LocalDate> until, String actor);

  /**
   * The person is there again and is offered work.
   *
   * @return how many items somebody else has now
   */
  int back(String personId, String actor);
}
