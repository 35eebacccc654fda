package io.touchstone.audit;

import io.touchstone.platform.database.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditRepository {

  private final JdbcClient database;
  private final Json json;

  AuditRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  private static final String INSERT =
      """
      insert into touchstone.audit_event (at, actor, action, object, details)
      values (:at, :actor, :action, :object, :details::jsonb)
      returning seq
      """;

  long insert(Instant at, String actor, String action, String object, Map<String, ?> details) {
    return database
        .sql(INSERT)
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .param("actor", actor)
        .param("action", action)
        .param("object", object)
        .param("details", json.write(details))
        .query(Long.class)
        .single();
  }

  private static final String INSERT_REASON =
      """
      insert into touchstone.audit_reason (audit_seq, reason) values (:seq, :reason)
      """;

  void insertReason(long seq, String reason) {
    database.sql(INSERT_REASON).param("seq", seq).param("reason", reason).update();
  }
}
