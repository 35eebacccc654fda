package io.touchstone.health.review;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.health.metric.HealthFigures;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reviews, open and closed. */
@Repository
class HealthReviewRepository {

  private static final int NEWEST = 100;

  private final JdbcClient database;
  private final Json json;

  HealthReviewRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  private static final String COLUMNS =
      """
      select r.*, (
        select reason.reason from touchstone.audit_event e
        join touchstone.audit_reason reason on reason.audit_seq = e.seq
        where e.object = 'health-review:' || r.id and e.action = 'health_review_decided'
        order by e.seq desc limit 1) as minutes
      from touchstone.health_review r
      """;

  private static final String FIND = COLUMNS + " where id = :id";

  Optional<HealthReview> find(String id) {
    return database.sql(FIND).param("id", id).query(this::review).optional();
  }

  private static final String BEFORE =
      COLUMNS
          + """
             where closed_at is not null and begun_at < :at
            order by begun_at desc, id desc limit 1
            """;

  /** The last closed one that was begun before. */
  Optional<HealthReview> before(Instant at) {
    return database.sql(BEFORE).param("at", Times.utc(at)).query(this::review).optional();
  }

  private static final String LIST = COLUMNS + " order by begun_at desc, id desc limit " + NEWEST;

  /** The newest first. */
  List<HealthReview> newest() {
    return database.sql(LIST).query(this::review).list();
  }

  private static final String TAKEN =
      """
      select count(*) from touchstone.health_review where id = :id or id like :id || '-%'
      """;

  /** How many reviews bear this id, alone or with a number. */
  int taken(String id) {
    return database.sql(TAKEN).param("id", id).query(Integer.class).single();
  }

  private static final String INSERT =
      """
      insert into touchstone.health_review (id, asked_by, begun_at, period_from, period_to)
      values (:id, :by, :at, :from, :at) on conflict do nothing
      """;

  /** False if another one is open, or has the id. */
  boolean insert(String id, String askedBy, Instant from, Instant at) {
    return database
            .sql(INSERT)
            .param("id", id)
            .param("by", askedBy)
            .param("from", Times.utc(from))
            .param("at", Times.utc(at))
            .update()
        == 1;
  }

  private static final String MEASURED =
      """
      update touchstone.health_review set figures = :figures::jsonb, inputs = :inputs::jsonb
      where id = :id and figures is null
      """;

  void measured(String id, HealthFigures figures, Map<String, Object> inputs) {
    database
        .sql(MEASURED)
        .param("id", id)
        .param("figures", json.write(figures))
        .param("inputs", json.write(inputs))
        .update();
  }

  private static final String PROPOSED =
      """
      update touchstone.health_review set proposals = :proposals::jsonb
      where id = :id and proposals is null
      """;

  void proposed(String id, List<Proposal> proposals) {
    database.sql(PROPOSED).param("id", id).param("proposals", json.write(proposals)).update();
  }

  private static final String DECIDED =
      """
      update touchstone.health_review
      set decisions = :decisions::jsonb, decided_by = :by, decided_at = :at
      where id = :id and decided_by is null
      """;

  void decided(String id, Map<String, Boolean> decisions, String by, Instant at) {
    database
        .sql(DECIDED)
        .param("id", id)
        .param("decisions", json.write(decisions))
        .param("by", by)
        .param("at", Times.utc(at))
        .update();
  }

  private static final String CLOSED =
      """
      update touchstone.health_review
      set closed_at = :at, sha256 = :sha256 where id = :id and closed_at is null
      """;

  /** False if it was closed before. */
  boolean closed(String id, Instant at, String sha256) {
    return database
            .sql(CLOSED)
            .param("id", id)
            .param("at", Times.utc(at))
            .param("sha256", sha256)
            .update()
        == 1;
  }

  private HealthReview review(ResultSet row, int number) throws SQLException {
    return new HealthReview(
        row.getString("id"),
        row.getString("asked_by"),
        Times.maybeAt(row, "begun_at").orElseThrow(),
        Times.maybeAt(row, "period_from").orElseThrow(),
        Times.maybeAt(row, "period_to").orElseThrow(),
        Optional.ofNullable(row.getString("figures"))
            .map(text -> json.read(text, HealthFigures.class)),
        Optional.ofNullable(row.getString("inputs"))
            .map(text -> json.read(text, new TypeReference<Map<String, Object>>() {}))
            .orElse(Map.of()),
        Optional.ofNullable(row.getString("proposals"))
            .map(text -> json.read(text, new TypeReference<List<Proposal>>() {}))
            .orElse(List.of()),
        Optional.ofNullable(row.getString("decisions"))
            .map(text -> json.read(text, new TypeReference<Map<String, Boolean>>() {}))
            .orElse(Map.of()),
        Optional.ofNullable(row.getString("decided_by")),
        Times.maybeAt(row, "decided_at"),
        Times.maybeAt(row, "closed_at"),
        Optional.ofNullable(row.getString("sha256")),
        Optional.ofNullable(row.getString("minutes")).filter(text -> !text.isEmpty()));
  }
}
