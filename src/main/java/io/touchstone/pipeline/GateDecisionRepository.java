package io.touchstone.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
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
         rule, because, created_at, recording)
      values
        (:batch, :stage, :key, :version, :definition, :inputs::jsonb, :verdict, :rule, :because, :at,
         :recording)
      """;

  /**
   * @param recording number that the decision bears
   */
  void insert(GateDecision decision, long recording) {
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
        .param("recording", recording)
        .param("at", Times.utc(decision.at()))
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
        (gate_decision_id, decision, decided_by, figures, created_at, recording)
      values (:gate, :decision, :person, :figures::jsonb, :at, :recording)
      """;

  /**
   * @param figures what the gate's verdict rested on
   * @param recording number that the resolution bears
   */
  void resolve(
      long gateDecisionId,
      HoldDecision decision,
      String person,
      Map<String, Object> figures,
      long recording,
      Instant at) {
    database
        .sql(RESOLVE)
        .param("gate", gateDecisionId)
        .param("decision", decision.id())
        .param("person", person)
        .param("figures", json.write(figures))
        .param("recording", recording)
        .param("at", Times.utc(at))
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
        Times.at(row, "created_at"));
  }
}
