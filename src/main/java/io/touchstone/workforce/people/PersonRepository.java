package io.touchstone.workforce.people;

import io.touchstone.platform.database.Times;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PersonRepository {

  private final JdbcClient database;

  PersonRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String LOCK =
      """
      select pg_advisory_xact_lock(hashtext('touchstone.people'))
      """;

  /** One change of people at a time, until the transaction ends. */
  void oneAtATime() {
    database.sql(LOCK).query((row, number) -> true).single();
  }

  private static final String ENSURE =
      """
      insert into touchstone.person (id, added_by, added_at) values (:id, :by, :at)
      on conflict do nothing
      """;

  /** Makes the row of a person unless there is one. */
  void ensure(String id, String by, Instant at) {
    database.sql(ENSURE).param("id", id).param("by", by).param("at", Times.utc(at)).update();
  }

  private static final String SELECT =
      """
      select id, capacity_minutes, working_days, left_on, closed_at is not null as closed
      from touchstone.person
      """;

  List<PersonRow> all() {
    return database.sql(SELECT).query(PersonRepository::person).list();
  }

  private static final String FIND = SELECT + " where id = :id";

  PersonRow find(String id) {
    return database
        .sql(FIND)
        .param("id", id)
        .query(PersonRepository::person)
        .optional()
        .orElse(PersonRow.unknown(id));
  }

  private static PersonRow person(ResultSet row, int number) throws SQLException {
    return new PersonRow(
        row.getString("id"),
        Optional.ofNullable(row.getObject("capacity_minutes", Integer.class)),
        days(row.getArray("working_days")),
        Optional.ofNullable(row.getObject("left_on", LocalDate.class)),
        row.getBoolean("closed"));
  }

  private static Set<DayOfWeek> days(Array stored) throws SQLException {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    if (stored != null) {
      for (Integer day : (Integer[]) stored.getArray()) {
        days.add(DayOfWeek.of(day));
      }
    }
    return days;
  }

  private static final String SET_TIME =
      """
      update touchstone.person set capacity_minutes = :capacity, working_days = :days::integer[]
      where id = :id
      """;

  void setTime(String id, Optional<Integer> capacity, Set<DayOfWeek> days) {
    int[] numbers = days.stream().mapToInt(DayOfWeek::getValue).sorted().toArray();
    database
        .sql(SET_TIME)
        .param("id", id)
        .param("capacity", capacity.orElse(null), Types.INTEGER)
        .param(
            "days",
            numbers.length == 0
                ? null
                : Arrays.toString(numbers).replace('[', '{').replace(']', '}'),
            Types.VARCHAR)
        .update();
  }

  private static final String SET_LEFT =
      """
      update touchstone.person set left_on = :day, closed_at = null where id = :id
      """;

  /**
   * @param day first day on which the person is here no more; empty for somebody who stays
   */
  void setLeft(String id, Optional<LocalDate> day) {
    database.sql(SET_LEFT).param("id", id).param("day", day.orElse(null), Types.DATE).update();
  }

  private static final String CLOSE =
      """
      update touchstone.person set closed_at = :at where id = :id and closed_at is null
      """;

  /** Whether this call was the one that closed it. */
  boolean close(String id, Instant at) {
    return database.sql(CLOSE).param("id", id).param("at", Times.utc(at)).update() == 1;
  }

  private static final String LEAVING =
      """
      select id from touchstone.person where left_on <= :today and closed_at is null order by id
      """;

  /** Those whose last day is over and whose account is still open. */
  List<String> leaving(LocalDate today) {
    return database.sql(LEAVING).param("today", today).query(String.class).list();
  }

  private static final String CONFLICT =
      """
      select id, person_id, kind, value, noted_by from touchstone.person_conflict
      """;

  private static final String CONFLICTS_OF = CONFLICT + " where person_id = :id order by id";

  List<Conflict> conflicts(String personId) {
    return database
        .sql(CONFLICTS_OF)
        .param("id", personId)
        .query(PersonRepository::conflict)
        .list();
  }

  private static final String INSERT_CONFLICT =
      """
      insert into touchstone.person_conflict (person_id, kind, value, noted_by, noted_at)
      values (:id, :kind, :value, :by, :at)
      on conflict do nothing
      """;

  /** Whether it was not known before. */
  boolean insert(String personId, Conflict.Wanted conflict, String by, Instant at) {
    return database
            .sql(INSERT_CONFLICT)
            .param("id", personId)
            .param("kind", conflict.kind().code())
            .param("value", conflict.value())
            .param("by", by)
            .param("at", Times.utc(at))
            .update()
        == 1;
  }

  private static final String DELETE_CONFLICT =
      """
      delete from touchstone.person_conflict where id = :id and person_id = :person
      returning id, person_id, kind, value, noted_by
      """;

  /** The conflict that is gone; empty if there was none. */
  Optional<Conflict> deleteConflict(String personId, long id) {
    return database
        .sql(DELETE_CONFLICT)
        .param("id", id)
        .param("person", personId)
        .query(PersonRepository::conflict)
        .optional();
  }

  private static Conflict conflict(ResultSet row, int number) throws SQLException {
    return new Conflict(
        row.getLong("id"),
        row.getString("person_id"),
        Conflict.Kind.of(row.getString("kind")),
        row.getString("value"),
        row.getString("noted_by"));
  }

  private static final String SKILLS =
      """
      select distinct skill from touchstone.annotator_skill order by skill
      """;

  /** Skills that somebody has. */
  List<String> skills() {
    return database.sql(SKILLS).query(String.class).list();
  }
}
