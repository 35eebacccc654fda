package io.touchstone.inspection;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import io.touchstone.project.StoredAnswers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is on record about one batch. */
@Repository
class BatchRecordRepository {

  private final JdbcClient database;
  private final Json json;
  private final StoredAnswers answers;

  BatchRecordRepository(JdbcClient database, Json json, StoredAnswers answers) {
    this.database = database;
    this.json = json;
    this.answers = answers;
  }

  /** The reason stands in the trail, written in the transaction of the resolution. */
  private static final String GATES =
      """
      select g.*, h.decision, h.decided_by, h.created_at as decided_at, why.reason
      from touchstone.gate_decision g
      left join touchstone.hold_resolution h on h.gate_decision_id = g.id
      left join lateral (
        select r.reason
        from touchstone.audit_event e join touchstone.audit_reason r on r.audit_seq = e.seq
        where e.object = 'batch:' || g.batch_id and e.action = 'hold_resolved'
          and e.actor = h.decided_by and e.at >= h.created_at
          and e.at < h.created_at + interval '1 minute'
        order by e.seq limit 1) why on true
      where g.batch_id = :batch order by g.id
      """;

  List<GateRecord> gates(String batchId) {
    return database.sql(GATES).param("batch", batchId).query(this::gate).list();
  }

  private GateRecord gate(ResultSet row, int number) throws SQLException {
    return new GateRecord(
        row.getLong("id"),
        row.getString("stage"),
        row.getString("decision_key"),
        row.getInt("decision_version"),
        row.getString("decision_definition_id"),
        json.read(row.getString("inputs"), new TypeReference<Map<String, Object>>() {}),
        row.getString("verdict"),
        row.getString("rule"),
        row.getString("because"),
        Times.at(row, "created_at"),
        resolution(row));
  }

  private static Optional<GateRecord.Resolution> resolution(ResultSet row) throws SQLException {
    if (row.getString("decision") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new GateRecord.Resolution(
            row.getString("decision"),
            row.getString("decided_by"),
            Times.at(row, "decided_at"),
            Optional.ofNullable(row.getString("reason")).filter(reason -> !reason.isEmpty())));
  }

  private static final String PACKAGES =
      """
      select w.*, (select count(*) from touchstone.assignment a where a.work_package_id = w.id)
             as items
      from touchstone.work_package w where w.batch_id = :batch
      order by w.kind desc, w.round, w.annotator_id, w.number limit :limit
      """;

  List<PackageRecord> packages(String batchId, int limit) {
    return database
        .sql(PACKAGES)
        .param("batch", batchId)
        .param("limit", limit)
        .query(
            (row, number) ->
                new PackageRecord(
                    row.getString("id"),
                    row.getString("annotator_id"),
                    row.getString("kind"),
                    row.getInt("round"),
                    row.getString("state"),
                    row.getLong("items"),
                    Times.maybeAt(row, "opened_at"),
                    Times.maybeAt(row, "submitted_at")))
        .list();
  }

  private static final String VERSIONS =
      """
      select * from touchstone.dataset_version where batch_id = :batch order by created_at
      """;

  List<VersionRecord> versions(String batchId) {
    return database
        .sql(VERSIONS)
        .param("batch", batchId)
        .query(BatchRecordRepository::version)
        .list();
  }

  static VersionRecord version(ResultSet row, int number) throws SQLException {
    return new VersionRecord(
        row.getString("dataset"),
        row.getString("version"),
        row.getString("batch_id"),
        row.getString("state"),
        row.getLong("records"),
        row.getString("root_sha256"),
        Optional.ofNullable(row.getString("git_commit")),
        Optional.ofNullable(row.getString("approved_by")),
        Times.maybeAt(row, "approved_at"),
        Times.maybeAt(row, "published_at"));
  }

  private static final String GUIDELINE =
      """
      select g.version, g.sha256, g.created_at
      from touchstone.guideline g join touchstone.batch b
        on b.project_key = g.project_key and b.guideline_version = g.version
      where b.id = :batch
      """;

  private static final String SCHEMA =
      """
      select s.version, s.sha256, s.created_at
      from touchstone.label_schema s join touchstone.batch b
        on b.project_key = s.project_key and b.label_schema_version = s.version
      where b.id = :batch
      """;

  /** The guideline under which the batch was submitted. */
  RulesRecord guideline(String batchId) {
    return rules(GUIDELINE, batchId);
  }

  /** The label schema under which the batch was submitted. */
  RulesRecord schema(String batchId) {
    return rules(SCHEMA, batchId);
  }

  private RulesRecord rules(String sql, String batchId) {
    return database
        .sql(sql)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new RulesRecord(
                    row.getInt("version"), row.getString("sha256"), Times.at(row, "created_at")))
        .single();
  }

  private static final String GOLD =
      """
      select j.item_id, j.annotator_id, s.answers, g.answers as gold, j.created_at,
             touchstone.answers_same(s.answers, g.answers, touchstone.same_from(p.settings))
               as is_right
      from touchstone.latest_judgement j
      cross join lateral (select touchstone.answers_of_judgement(j.id) as answers) s
      join touchstone.gold_item g on g.item_id = j.item_id
      join touchstone.batch b on b.id = j.batch_id
      join touchstone.project_version p
        on p.project_key = b.project_key and p.version = b.project_version
      where j.batch_id = :batch
      """;

  private static final String GOLD_SORTED =
      "select * from (" + GOLD + ") latest order by annotator_id, item_id limit :limit";

  /** Who got which gold item; for batches that have ended. */
  List<GoldRecord> gold(String batchId, int limit) {
    return database
        .sql(GOLD_SORTED)
        .param("batch", batchId)
        .param("limit", limit)
        .query(
            (row, number) ->
                new GoldRecord(
                    row.getString("item_id"),
                    row.getString("annotator_id"),
                    answers.read(row).orElseThrow(),
                    answers.read(row.getString("gold")),
                    row.getBoolean("is_right"),
                    Times.at(row, "created_at")))
        .list();
  }
}
