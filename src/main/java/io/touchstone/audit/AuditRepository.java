package io.touchstone.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.StoredKeyRepository;
import io.touchstone.platform.database.Times;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@DependsOn("masterKeyCheck")
class AuditRepository implements InitializingBean {

  private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

  private final JdbcClient database;
  private final StoredKeyRepository keys;
  private final Json json;
  private Hmac key;

  AuditRepository(JdbcClient database, StoredKeyRepository keys, Json json) {
    this.database = database;
    this.keys = keys;
    this.json = json;
  }

  /** The key is made before any transaction that could take it back. */
  @Override
  public void afterPropertiesSet() {
    key = Hmac.of(keys.require(AuditChain.KEY));
  }

  /**
   * Number and details of an event that is to be written, as the database will give them back.
   *
   * @param details JSON
   */
  private record Next(long seq, String details) {}

  private static final String NEXT =
      """
      select nextval(pg_get_serial_sequence('touchstone.audit_event', 'seq')) as seq,
             :details::jsonb::text as details
      """;

  private static final String INSERT =
      """
      insert into touchstone.audit_event (seq, at, actor, action, object, details, mac)
      overriding system value
      values (:seq, :at, :actor, :action, :object, :details::jsonb, :mac)
      """;

  long insert(Instant at, String actor, String action, String object, Map<String, ?> details) {
    Next next =
        database
            .sql(NEXT)
            .param("details", json.write(details))
            .query((row, number) -> new Next(row.getLong("seq"), row.getString("details")))
            .single();
    // As precise as the database keeps it.
    Instant kept = at.truncatedTo(ChronoUnit.MICROS);
    SealedEvent event =
        new SealedEvent(
            next.seq(), kept, actor, action, object, json.read(next.details(), DETAILS));
    database
        .sql(INSERT)
        .param("seq", next.seq())
        .param("at", Times.utc(kept))
        .param("actor", actor)
        .param("action", action)
        .param("object", object)
        .param("details", next.details())
        .param("mac", event.mac(json, key))
        .update();
    return next.seq();
  }

  private static final String INSERT_REASON =
      """
      insert into touchstone.audit_reason (audit_seq, reason) values (:seq, :reason)
      """;

  void insertReason(long seq, String reason) {
    database.sql(INSERT_REASON).param("seq", seq).param("reason", reason).update();
  }
}
