package io.touchstone.platform.security.project;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The projects that somebody may know.
 *
 * @param all whether these are all, those of tomorrow included
 * @param keys those that are named; without meaning where it is all
 */
public record KnownProjects(boolean all, Set<String> keys) {

  /** All projects there are and will be. */
  public static final KnownProjects EVERY = new KnownProjects(true, Set.of());

  public KnownProjects {
    keys = Set.copyOf(keys);
  }

  /** Those of a limit that are among them. */
  public KnownProjects within(Set<String> limit) {
    Set<String> both = new TreeSet<>(limit);
    both.removeIf(key -> !include(key));
    return new KnownProjects(false, both);
  }

  /** Whether the project is among them. */
  public boolean include(String projectKey) {
    return all || keys.contains(projectKey);
  }

  /** Whether what belongs there may be seen by whoever it was not given to. */
  public boolean include(Belonging belonging) {
    if (belonging instanceof Belonging.OfProject project) {
      return include(project.key());
    }
    if (belonging instanceof Belonging.OfPerson person) {
      return all || person.key().filter(keys::contains).isPresent();
    }
    return all || belonging instanceof Belonging.Free;
  }

  /**
   * The keys to which a query has to be limited; empty where there is no limit. Never an empty set,
   * which SQL does not have: nobody's project has the empty key.
   */
  public Optional<Set<String>> limit() {
    if (all) {
      return Optional.empty();
    }
    return Optional.of(keys.isEmpty() ? Set.of("") : keys);
  }
}
