package io.touchstone.platform.engine;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.Belonging;
import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.security.project.Thing;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Groups of the engine that stand for a role in one project, {@code privacyofficer.of.tickets}, and
 * for a role of those who may know every project, {@code privacyofficer.all}. No list of their
 * members is kept anywhere: they are computed from roles and access whenever somebody acts.
 */
@Component
public class ProjectGroups {

  private static final String OF = ".of.";
  private static final String ALL = ".all";

  private final ProjectAccess access;

  ProjectGroups(ProjectAccess access) {
    this.access = access;
  }

  /** Ids of all groups in whose name the caller acts: those of roles, and those of projects. */
  public List<String> of(Caller caller) {
    Set<String> groups = new TreeSet<>();
    KnownProjects known = access.known(caller);
    for (Role role : caller.roles()) {
      groups.add(role.group());
      if (role == Role.ADMINISTRATOR) {
        continue;
      }
      if (known.all()) {
        groups.add(role.group() + ALL);
      }
      known.keys().forEach(key -> groups.add(role.group() + OF + key));
    }
    return List.copyOf(groups);
  }

  /**
   * Who gets a task that a diagram gives to a group: of a role those who may know the project; any
   * other group as it stands.
   *
   * @param group id of a group, as it stands in the diagram
   * @param businessKey of the process instance; may be absent
   */
  public List<String> candidates(String group, Optional<String> businessKey) {
    Optional<Role> role = Role.ofGroup(group).filter(each -> each != Role.ADMINISTRATOR);
    if (role.isEmpty()) {
      return List.of(group);
    }
    // Nobody who only labels knows all; what has no project is for all of them.
    String others = role.get() == Role.ANNOTATOR ? group : group + ALL;
    return project(businessKey)
        .map(key -> List.of(group + ALL, group + OF + key))
        .orElseGet(() -> List.of(others));
  }

  /** Key of the project that an instance is about; empty where it is about none, or several. */
  public Optional<String> project(Optional<String> businessKey) {
    return businessKey
        .map(key -> access.belonging(Thing.ROAD, key))
        .filter(Belonging.OfProject.class::isInstance)
        .map(belonging -> ((Belonging.OfProject) belonging).key());
  }

  /** Where a task belongs, by the groups that it was given to. */
  public static Belonging belonging(Collection<String> candidates) {
    Optional<Belonging> project =
        candidates.stream()
            .filter(group -> group.contains(OF))
            .findFirst()
            .map(group -> new Belonging.OfProject(group.substring(group.indexOf(OF) + 4)));
    return project.orElseGet(
        () ->
            candidates.stream().anyMatch(group -> group.endsWith(ALL))
                ? new Belonging.OfEveryProject()
                : new Belonging.Free());
  }

  /** The role's group in words of people: without the project. */
  public static String role(String group) {
    int of = group.indexOf(OF);
    if (of > 0) {
      return group.substring(0, of);
    }
    return group.endsWith(ALL) ? group.substring(0, group.length() - ALL.length()) : group;
  }
}
