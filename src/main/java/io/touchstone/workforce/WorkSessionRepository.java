package io.touchstone.workforce;

import io.touchstone.platform.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WorkSessionRepository {

  private final JdbcClient database;

  WorkSessionRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String LATEST =
      """
      select id, started_at, last_active_at, active_seconds, break_until, in_hand
      from touchstone.work_session where annotator_id = :annotator order by id desc limit 1
      """;

  Optional<WorkSession> latest(String annotatorId) {
    return database
        .sql(LATEST)
        .param("annotator", annotatorId)
        .query(WorkSessionRepository::session)
        .optional();
  }

  private static final String LOCK = LATEST + " for update";

  /** The latest one, locked: two items saved at once count one after the other. */
  Optional<WorkSession> lockLatest(String annotatorId) {
    return database
        .sql(LOCK)
        .param("annotator", annotatorId)
        .query(WorkSessionRepository::session)
        .optional();
  }

  private static final String BEGIN =
      """
      insert into touchstone.work_session
        (annotator_id, started_at, last_active_at, active_seconds)
      values (:annotator, :started, :last, :seconds)
      """;

  void begin(String annotatorId, Instant startedAt, Instant lastActiveAt, double activeSeconds) {
    database
        .sql(BEGIN)
        .param("annotator", annotatorId)
        .param("started", Times.utc(startedAt))
        .param("last", Times.utc(lastActiveAt))
        .param("seconds", activeSeconds)
        .update();
  }

  private static final String GO_ON =
      """
      update touchstone.work_session
      set last_active_at = :last, active_seconds = :seconds, break_until = :until
      where id = :id
      """;

  void goOn(long id, Instant lastActiveAt, double activeSeconds, Optional<Instant> breakUntil) {
    database
        .sql(GO_ON)
        .param("id", id)
        .param("last", Times.utc(lastActiveAt))
        .param("seconds", activeSeconds)
        .param("until", breakUntil.map(Times::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  private static final String TAKE_IN_HAND =
      """
      update touchstone.work_session set in_hand = :assignment where id = :id
      """;

  void takeInHand(long id, String assignmentId) {
    database.sql(TAKE_IN_HAND).param("id", id).param("assignment", assignmentId).update();
  }

  private static WorkSession session(ResultSet row, int number) throws SQLException {
    return new WorkSession(
        row.getLong("id"),
        Times.at(row, "started_at"),
        Times.at(row, "last_active_at"),
        row.getDouble("active_seconds"),
        Times.maybeAt(row, "break_until"),
        Optional.ofNullable(row.getString("in_hand")));
  }
}
