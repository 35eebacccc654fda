package io.touchstone.platform.security.ldap;

import io.touchstone.platform.database.Times;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who came from the directory, as it last said of them. */
@Repository
class DirectoryPeople {

  private final JdbcClient database;

  DirectoryPeople(JdbcClient database) {
    this.database = database;
  }

  /**
   * Somebody who came from the directory.
   *
   * @param dn name of the entry
   * @param print of what was mirrored
   * @param active whether the person is there still
   */
  record Known(String id, String dn, String print, boolean active) {}

  private static final String SELECT =
      """
      select user_id, dn, print, active from touchstone.directory_person
      """;

  /** Everybody who ever came, by id. */
  Map<String, Known> all() {
    Map<String, Known> all = new TreeMap<>();
    database
        .sql(SELECT)
        .query(
            (row, number) ->
                new Known(
                    row.getString("user_id"),
                    row.getString("dn"),
                    row.getString("print"),
                    row.getBoolean("active")))
        .list()
        .forEach(known -> all.put(known.id(), known));
    return all;
  }

  Optional<Known> find(String id) {
    return database
        .sql(SELECT + " where user_id = :id")
        .param("id", id)
        .query(
            (row, number) ->
                new Known(
                    row.getString("user_id"),
                    row.getString("dn"),
                    row.getString("print"),
                    row.getBoolean("active")))
        .optional();
  }

  /** The text that changes with the password; empty for an account of this installation. */
  Optional<String> mark(String id) {
    return database
        .sql("select mark from touchstone.directory_person where user_id = :id")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  private static final String SAVE =
      """
      insert into touchstone.directory_person (user_id, dn, print, mark, active, since)
      values (:id, :dn, :print, :mark, true, :now)
      on conflict (user_id) do update
      set dn = :dn, print = :print, mark = :mark, active = true,
          since = case when directory_person.active then directory_person.since else :now end
      """;

  /** What the directory says of a person now. */
  void save(LdapPerson person, String mark, Instant now) {
    database
        .sql(SAVE)
        .param("id", person.id())
        .param("dn", person.dn())
        .param("print", person.print())
        .param("mark", mark)
        .param("now", Times.utc(now))
        .update();
  }

  private static final String LEFT =
      """
      update touchstone.directory_person set active = false, mark = :mark, since = :now
      where user_id = :id and active
      """;

  /** The person is not in the directory any more, or nobody here. */
  boolean left(String id, String mark, Instant now) {
    return database
            .sql(LEFT)
            .param("id", id)
            .param("mark", mark)
            .param("now", Times.utc(now))
            .update()
        > 0;
  }

  /** Whether this node mirrors now; of several one does, until the end of the transaction. */
  boolean isMyTurn() {
    return database
        .sql("select pg_try_advisory_xact_lock(hashtext('touchstone.directory_person'))")
        .query(Boolean.class)
        .single();
  }
}
