package io.touchstone.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OverrideRepository {

  private final JdbcClient database;
  private final Json json;

  OverrideRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  /**
   * What somebody accepted, and what nobody answered although the gate was not asked again. The
   * reason stands in the trail, written in the transaction of the acceptance.
   */
  private static final String SELECT =
      """
      select g.id, g.batch_id, g.stage, g.decision_key, g.decision_version, g.verdict, g.rule,
             g.because, coalesce(h.figures, g.inputs) as figures, h.decided_by,
             h.created_at as decided_at, why.reason
      from touchstone.gate_decision g
      left join touchstone.hold_resolution h on h.gate_decision_id = g.id
      left join lateral (
        select r.reason
        from touchstone.audit_event e join touchstone.audit_reason r on r.audit_seq = e.seq
        where e.object = 'batch:' || g.batch_id and e.action = 'hold_resolved'
          and e.actor = h.decided_by and e.at >= h.created_at
          and e.at < h.created_at + interval '1 minute'
        order by e.seq limit 1) why on true
      where g.verdict <> 'pass'
        and (h.decision = 'accept'
             or h.decision is null and not exists (
               select 1 from touchstone.gate_decision later
               where later.batch_id = g.batch_id and later.decision_key = g.decision_key
                 and later.id > g.id))
      """;

  private static final String OF_BATCHES = SELECT + " and g.batch_id in (:batches) order by g.id";

  List<GateOverride> of(Collection<String> batchIds) {
    return database.sql(OF_BATCHES).param("batches", batchIds).query(this::override).list();
  }

  private static final String WITH_IDS = SELECT + " and g.id in (:ids) order by g.id";

  List<GateOverride> withIds(Collection<Long> ids) {
    return database.sql(WITH_IDS).param("ids", ids).query(this::override).list();
  }

  private GateOverride override(ResultSet row, int number) throws SQLException {
    SortedMap<String, Object> figures =
        json.read(row.getString("figures"), new TypeReference<TreeMap<String, Object>>() {});
    figures.values().removeIf(Objects::isNull);
    return new GateOverride(
        row.getLong("id"),
        row.getString("batch_id"),
        Stage.of(row.getString("stage")),
        row.getString("decision_key"),
        row.getInt("decision_version"),
        row.getString("verdict"),
        row.getString("rule"),
        row.getString("because"),
        figures,
        Optional.ofNullable(row.getString("decided_by")),
        Times.maybeAt(row, "decided_at"),
        Optional.ofNullable(row.getString("reason")).filter(reason -> !reason.isEmpty()));
  }
}
