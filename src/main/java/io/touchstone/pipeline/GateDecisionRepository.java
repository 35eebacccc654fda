package io.touchstone.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.database.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GateDecisionRepository {

  private final JdbcClient database;
  private final Json json;

  GateDecisionRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  private static final String INSERT =
      """
      insert into touchstone.gate_decision
        (batch_id, stage, decision_key, decision_version, decision_definition_id, inputs, verdict,
         rule, because, created_at)
      values
        (:batch, :stage, :key, :version, :definition, :inputs::jsonb, :verdict, :rule, :because, :at)
      """;

  void insert(GateDecision decision) {
    database
        .sql(INSERT)
        .param("batch", decision.batchId())
        .param("stage", decision.stage().id())
        .param("key", decision.decisionKey())
        .param("version", decision.decisionVersion())
        .param("definition", decision.decisionDefinitionId())
        .param("inputs", json.write(decision.inputs()))
        .param("verdict", decision.verdict())
        .param("rule", decision.rule())
        .param("because", decision.because())
        .param("at", OffsetDateTime.ofInstant(decision.at(), ZoneOffset.UTC))
        .update();
  }

  private static final String OF_BATCH =
      """
      select * from touchstone.gate_decision where batch_id = :batch order by id
      """;

  List<GateDecision> ofBatch(String batchId) {
    return database.sql(OF_BATCH).param("batch", batchId).query(this::decision).list();
  }

  private static final String LATEST =
      """
      select * from touchstone.gate_decision where batch_id = :batch order by id desc limit 1
      """;

  Optional<GateDecision> latest(String batchId) {
    return database.sql(LATEST).param("batch", batchId).query(this::decision).optional();
  }

  private static final String RESOLVE =
      """
      insert into touchstone.hold_resolution
        (gate_decision_id, decision, decided_by, figures, created_at)
      values (:gate, :decision, :person, :figures::jsonb, :at)
      """;

  /**
   * @param figures what the gate's verdict rested on
   */
  void resolve(
      long gateDecisionId,
      HoldDecision decision,
      String person,
      Map<String, Object> figures,
      Instant at) {
    database
        .sql(RESOLVE)
        .param("gate", gateDecisionId)
        .param("decision", decision.id())
        .param("person", person)
        .param("figures", json.write(figures))
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .update();
  }

  private GateDecision decision(ResultSet row, int number) throws SQLException {
    return new GateDecision(
        row.getLong("id"),
        row.getString("batch_id"),
        Stage.of(row.getString("stage")),
        row.getString("decision_key"),
        row.getInt("decision_version"),
        row.getString("decision_definition_id"),
        json.read(row.getString("inputs"), new TypeReference<Map<String, Object>>() {}),
        row.getString("verdict"),
        row.getString("rule"),
        row.getString("because"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
