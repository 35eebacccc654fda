package io.touchstone.inspection;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.database.Conditions;
import io.touchstone.platform.database.Cursors;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The audit trail, filtered. */
@Repository
class EventRepository {

  private static final int FETCH_ROWS = 1_000;

  private final JdbcClient database;
  private final Json json;

  EventRepository(DataSource source, Json json) {
    this.database = Cursors.of(source, FETCH_ROWS);
    this.json = json;
  }

  private static final String SELECT =
      """
      select e.seq, e.at, e.actor, e.action, e.object, e.details, r.reason
      from touchstone.audit_event e left join touchstone.audit_reason r on r.audit_seq = e.seq
      """;

  private static final String OF_BATCH =
      "(e.object = 'batch:' || :batch or e.details ->> 'batch' = :batch)";

  private static final String OF_KNOWN =
      """
      (e.object in (select 'project:' || key from touchstone.project where key in (:known))
       or e.details ->> 'project' in (:known)
       or e.object in (select 'batch:' || id from touchstone.batch where project_key in (:known))
       or e.details ->> 'batch' in (select id from touchstone.batch where project_key in (:known)))
      """;

  private static final String CONTAINS = "position(lower(:object) in lower(e.object)) > 0";

  private static Conditions conditions(EventFilter filter) {
    return new Conditions()
        .when(filter.batch(), OF_BATCH, "batch")
        .when(filter.actor(), "e.actor = :actor", "actor")
        .when(filter.action(), "e.action = :action", "action")
        .when(filter.object().filter(EventFilter::isWhole), "e.object = :object", "object")
        .when(filter.object().filter(part -> !EventFilter.isWhole(part)), CONTAINS, "object")
        .when(filter.from().map(Times::utc), "e.at >= :from", "from")
        .when(filter.until().map(Times::utc), "e.at < :until", "until")
        .when(filter.before(), "e.seq < :before", "before")
        .when(filter.known().limit(), OF_KNOWN, "known");
  }

  /** A page, newest first. */
  List<Event> page(EventFilter filter, int limit) {
    Conditions conditions = conditions(filter);
    return database
        .sql(SELECT + conditions.where() + " order by e.seq desc limit :limit")
        .params(conditions.parameters())
        .param("limit", limit)
        .query(this::event)
        .list();
  }

  /** All of them, oldest first; within a transaction, or else all rows are held in memory. */
  void each(EventFilter filter, Consumer<Event> reader) {
    Conditions conditions = conditions(filter);
    try (Stream<Event> rows =
        database
            .sql(SELECT + conditions.where() + " order by e.seq")
            .params(conditions.parameters())
            .query(this::event)
            .stream()) {
      rows.forEach(reader);
    }
  }

  private static final String ACTIONS =
      """
      with recursive seen as (
        (select action from touchstone.audit_event order by action limit 1)
        union all
        select (select e.action from touchstone.audit_event e
                where e.action > seen.action order by e.action limit 1)
        from seen where seen.action is not null)
      select action from seen where action is not null
      """;

  /** Every action that occurs: one step along the index for each. */
  List<String> actions() {
    return database.sql(ACTIONS).query(String.class).list();
  }

  private Event event(ResultSet row, int number) throws SQLException {
    return new Event(
        row.getLong("seq"),
        Times.at(row, "at"),
        row.getString("actor"),
        row.getString("action"),
        row.getString("object"),
        json.read(row.getString("details"), new TypeReference<Map<String, Object>>() {}),
        Optional.ofNullable(row.getString("reason")));
  }
}
