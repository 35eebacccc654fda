package io.touchstone.platform.security.project;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Need to know: which projects a person may know. Administrators may know all; others those that
 * are named for them, or all where that was said; of somebody who labels, the projects count in
 * which there is work for her. What somebody may not know does not exist for her: it is answered as
 * if there were no such thing.
 */
@Repository
public class ProjectAccess {

  private final JdbcClient database;
  private final ObjectProvider<ProjectOf> owners;
  private final ObjectProvider<ProjectsAtWork> work;

  ProjectAccess(
      JdbcClient database, ObjectProvider<ProjectOf> owners, ObjectProvider<ProjectsAtWork> work) {
    this.database = database;
    this.owners = owners;
    this.work = work;
  }

  private static final String NAMED =
      """
      select exists (select from touchstone.project_access_all where user_id = :user) as every,
             array(select project_key from touchstone.project_access where user_id = :user) as keys
      """;

  /** What was said for a person, whatever her roles; nothing for somebody unknown. */
  public KnownProjects named(String userId) {
    return database.sql(NAMED).param("user", userId).query(ProjectAccess::known).single();
  }

  private static KnownProjects known(ResultSet row, int number) throws SQLException {
    return new KnownProjects(
        row.getBoolean("every"), Set.of((String[]) row.getArray("keys").getArray()));
  }

  /** The projects that the caller may know; a machine's token may have a limit beside. */
  public KnownProjects known(Caller caller) {
    KnownProjects ofPerson = knownToPerson(caller);
    return caller.projects().map(ofPerson::within).orElse(ofPerson);
  }

  private KnownProjects knownToPerson(Caller caller) {
    if (caller.is(Role.ADMINISTRATOR)) {
      return KnownProjects.EVERY;
    }
    KnownProjects named = named(caller.id());
    if (named.all() && canKnowAll(caller.roles())) {
      return named;
    }
    Set<String> keys = new TreeSet<>(named.keys());
    if (caller.is(Role.ANNOTATOR)) {
      keys.addAll(atWork(caller.id()));
    }
    return new KnownProjects(false, keys);
  }

  /** Whether "all" counts for somebody of these roles: who only labels knows what she works on. */
  public static boolean canKnowAll(Set<Role> roles) {
    return roles.stream().anyMatch(role -> role != Role.ANNOTATOR);
  }

  /** Keys of the projects in which the person has work packages now. */
  public Set<String> atWork(String userId) {
    return work.getObject().of(userId);
  }

  /** Whether the caller may see the thing, existing or not. */
  public boolean maySee(Caller caller, KnownProjects known, Thing thing, String id) {
    Belonging belonging = belonging(thing, id);
    return belonging instanceof Belonging.OfPerson person && person.userId().equals(caller.id())
        || known.include(belonging);
  }

  /** Whether the caller may know the project, existing or not. */
  public boolean mayKnow(Caller caller, String projectKey) {
    return known(caller).include(projectKey);
  }

  /**
   * Refuses what the caller may not know as if there were no such project.
   *
   * @throws Refusal 404
   */
  public void require(Caller caller, String projectKey) {
    if (!mayKnow(caller, projectKey)) {
      throw unknown();
    }
  }

  /** What is said of a project that is not there, or not for the caller. */
  public static Refusal unknown() {
    return new Refusal(
        404,
        "unknown-project",
        "There is no project with that key. GET /api/v1/projects lists those you may see.");
  }

  /** Where a thing belongs. */
  public Belonging belonging(Thing thing, String id) {
    if (thing == Thing.PROJECT) {
      return new Belonging.OfProject(id);
    }
    return owners.stream()
        .filter(owner -> owner.kinds().contains(thing))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nobody knows the project of a " + thing))
        .of(thing, id);
  }

  private static final String KNOWING =
      """
      select user_id from touchstone.project_access_all where user_id in (:users)
      union
      select user_id from touchstone.project_access
      where user_id in (:users) and project_key = :project
      """;

  /** Those of the people, of a role that is more than labelling, who may know the project. */
  public Set<String> knowing(String projectKey, Collection<String> userIds) {
    return userIds.isEmpty()
        ? Set.of()
        : new TreeSet<>(
            database
                .sql(KNOWING)
                .param("users", userIds)
                .param("project", projectKey)
                .query(String.class)
                .list());
  }

  private static final String EXISTING =
      """
      select key from touchstone.project where key in (:keys)
      """;

  /** Those of the keys that a project has. */
  public Set<String> existing(Collection<String> keys) {
    return keys.isEmpty()
        ? Set.of()
        : new TreeSet<>(database.sql(EXISTING).param("keys", keys).query(String.class).list());
  }

  private static final String GIVE_ALL =
      """
      insert into touchstone.project_access_all (user_id)
      select unnest(:users) on conflict do nothing
      """;

  /** Lets people know every project. */
  public void giveAll(Collection<String> userIds) {
    database.sql(GIVE_ALL).param("users", userIds.toArray(String[]::new)).update();
  }

  private static final String GIVE =
      """
      insert into touchstone.project_access (user_id, project_key)
      select :user, unnest(:keys) on conflict do nothing
      """;

  /** Lets a person know these projects too. */
  public void give(String userId, Collection<String> projectKeys) {
    database
        .sql(GIVE)
        .param("user", userId)
        .param("keys", projectKeys.toArray(String[]::new))
        .update();
  }

  private static final String ONE_AT_A_TIME =
      """
      select pg_advisory_xact_lock(hashtext('project-access'), hashtext(:user)) is null
      """;

  private static final String TAKE_ALL =
      """
      delete from touchstone.project_access_all where user_id = :user
      """;

  private static final String TAKE =
      """
      delete from touchstone.project_access where user_id = :user
      """;

  /** Says anew what a person may know; what was said before is forgotten. Of two at once, one. */
  @Transactional
  public void set(String userId, KnownProjects projects) {
    database.sql(ONE_AT_A_TIME).param("user", userId).query(Boolean.class).single();
    database.sql(TAKE_ALL).param("user", userId).update();
    database.sql(TAKE).param("user", userId).update();
    if (projects.all()) {
      giveAll(List.of(userId));
    }
    give(userId, projects.keys());
  }

  private static final String BEGIN =
      """
      insert into touchstone.project_access_begun default values on conflict do nothing
      """;

  /**
   * Lets those who worked here before access went by project know all that they knew; once.
   *
   * @return whether it was this time
   */
  @Transactional
  public boolean begin(Collection<String> userIds) {
    boolean first = database.sql(BEGIN).update() > 0;
    if (first) {
      giveAll(userIds);
    }
    return first;
  }
}
