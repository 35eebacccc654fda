package io.touchstone.workforce.people;

import io.touchstone.platform.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AbsenceRepository {

  private final JdbcClient database;

  AbsenceRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String SELECT =
      """
      select id, person_id, first_day, last_day, begun_at is not null as begun
      from touchstone.person_absence
      """;

  private static final String OPEN = SELECT + " where ended_at is null order by first_day, id";

  /** All that are not over. */
  List<Absence> open() {
    return database.sql(OPEN).query(AbsenceRepository::absence).list();
  }

  private static final String OPEN_OF =
      SELECT + " where person_id = :person and ended_at is null order by first_day, id";

  List<Absence> openOf(String personId) {
    return database.sql(OPEN_OF).param("person", personId).query(AbsenceRepository::absence).list();
  }

  private static final String DUE =
      SELECT
          + """
           where ended_at is null
             and (begun_at is null and first_day <= :today or last_day < :today)
          order by id
          """;

  /** Those that begin or end on that day, or should have before. */
  List<Absence> due(LocalDate today) {
    return database.sql(DUE).param("today", today).query(AbsenceRepository::absence).list();
  }

  private static final String INSERT =
      """
      insert into touchstone.person_absence (person_id, first_day, last_day, noted_by, noted_at)
      values (:person, :first, :last, :by, :at)
      returning id
      """;

  long insert(String personId, LocalDate first, LocalDate last, String by, Instant at) {
    return database
        .sql(INSERT)
        .param("person", personId)
        .param("first", first)
        .param("last", last)
        .param("by", by)
        .param("at", Times.utc(at))
        .query(Long.class)
        .single();
  }

  private static final String BEGIN =
      """
      update touchstone.person_absence set begun_at = :at
      where id = :id and begun_at is null and ended_at is null
      """;

  /** Whether this call was the one that began it. */
  boolean begin(long id, Instant at) {
    return database.sql(BEGIN).param("id", id).param("at", Times.utc(at)).update() == 1;
  }

  private static final String END =
      """
      update touchstone.person_absence set ended_at = :at where id = :id and ended_at is null
      """;

  /** Whether this call was the one that ended it. */
  boolean end(long id, Instant at) {
    return database.sql(END).param("id", id).param("at", Times.utc(at)).update() == 1;
  }

  private static final String END_BEGUN =
      """
      update touchstone.person_absence set ended_at = :at
      where person_id = :person and begun_at is not null and ended_at is null
      """;

  void endBegun(String personId, Instant at) {
    database.sql(END_BEGUN).param("person", personId).param("at", Times.utc(at)).update();
  }

  private static final String FIND = SELECT + " where id = :id and person_id = :person";

  Optional<Absence> find(String personId, long id) {
    return database
        .sql(FIND)
        .param("id", id)
        .param("person", personId)
        .query(AbsenceRepository::absence)
        .optional();
  }

  private static Absence absence(ResultSet row, int number) throws SQLException {
    return new Absence(
        row.getLong("id"),
        row.getString("person_id"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getBoolean("begun"));
  }
}
