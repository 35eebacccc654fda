package io.touchstone.ingestion.intake;

import io.touchstone.platform.database.Times;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Repository;

@Repository
class InboxRepository {

  private final JdbcClient database;
  private final DataSource source;

  InboxRepository(JdbcClient database, DataSource source) {
    this.database = database;
    this.source = source;
  }

  private static final String LOCK =
      """
      select pg_try_advisory_lock(hashtext('touchstone.inbox'))
      """;

  private static final String UNLOCK =
      """
      select pg_advisory_unlock(hashtext('touchstone.inbox'))
      """;

  /**
   * Runs this unless another node is at it. The lock belongs to a connection of its own, outside of
   * every transaction, and goes with it when the node dies.
   */
  void alone(Runnable work) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      if (holds(statement)) {
        try {
          work.run();
        } finally {
          statement.execute(UNLOCK);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The lock of the inbox could not be taken.", e);
    }
  }

  private static boolean holds(Statement statement) throws SQLException {
    ResultSet row = statement.executeQuery(LOCK);
    try {
      return row.next() && row.getBoolean(1);
    } finally {
      JdbcUtils.closeResultSet(row);
    }
  }

  private static final String TAKEN =
      """
      select exists (select from touchstone.inbox_delivery where digest = :digest)
      """;

  boolean isTaken(String digest) {
    return database.sql(TAKEN).param("digest", digest).query(Boolean.class).single();
  }

  private static final String TAKE =
      """
      insert into touchstone.inbox_delivery (digest, batch_id, taken_at)
      values (:digest, :batch, :at)
      """;

  void take(String digest, String batchId, Instant at) {
    database
        .sql(TAKE)
        .param("digest", digest)
        .param("batch", batchId)
        .param("at", Times.utc(at))
        .update();
  }
}
