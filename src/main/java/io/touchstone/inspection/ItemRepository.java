package io.touchstone.inspection;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.answer.Answer;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import io.touchstone.project.Label;
import io.touchstone.project.StoredAnswers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is on record about one item; its text only where it is asked for by name. */
@Repository
class ItemRepository {

  private static final TypeReference<Map<String, Object>> INPUTS = new TypeReference<>() {};

  private final JdbcClient database;
  private final Json json;
  private final StoredAnswers answers;

  ItemRepository(JdbcClient database, Json json, StoredAnswers answers) {
    this.database = database;
    this.json = json;
    this.answers = answers;
  }

  /** An item without its text. */
  record Item(
      String id, Optional<String> batchId, String project, String contentHash, Instant createdAt) {}

  private static final String ITEM =
      """
      select id, batch_id, project_key, content_hash, created_at
      from touchstone.item where id = :item
      """;

  Optional<Item> find(String itemId) {
    return database
        .sql(ITEM)
        .param("item", itemId)
        .query(
            (row, number) ->
                new Item(
                    row.getString("id"),
                    Optional.ofNullable(row.getString("batch_id")),
                    row.getString("project_key"),
                    row.getString("content_hash"),
                    Times.at(row, "created_at")))
        .optional();
  }

  private static final String MANIFEST =
      """
      select m.*, s.digest
      from touchstone.manifest_entry m join touchstone.source_object s on s.id = m.source_id
      where m.item_id = :item and m.status = 'ok' limit 1
      """;

  Optional<ItemRecord.ManifestRecord> manifest(String itemId) {
    return database
        .sql(MANIFEST)
        .param("item", itemId)
        .query(
            (row, number) ->
                new ItemRecord.ManifestRecord(
                    row.getString("source_id"),
                    row.getString("digest"),
                    row.getLong("row_number"),
                    row.getString("status"),
                    json.read(
                        row.getString("findings"), new TypeReference<Map<String, Object>>() {}),
                    row.getString("policy_sha256"),
                    Times.at(row, "created_at")))
        .optional();
  }

  private static final String JUDGEMENTS =
      """
      select j.*, touchstone.answers_of_judgement(j.id) as answers, a.work_package_id, a.superseded_at is not null as relabelled, exists (
               select 1 from touchstone.judgement later
               where later.assignment_id = j.assignment_id and later.item_id = j.item_id
                 and later.id > j.id) as corrected
      from touchstone.judgement j
      join touchstone.assignment a on a.id = j.assignment_id
      join touchstone.batch b on b.id = j.batch_id
      where j.item_id = :item and (b.ended_at is not null or not :ended)
      order by j.id
      """;

  /**
   * Judgements of an item, oldest first.
   *
   * @param endedOnly leave out those of batches that still run
   */
  List<ItemRecord.JudgementRecord> judgements(String itemId, boolean endedOnly) {
    return database
        .sql(JUDGEMENTS)
        .param("item", itemId)
        .param("ended", endedOnly)
        .query(
            (row, number) ->
                new ItemRecord.JudgementRecord(
                    row.getString("batch_id"),
                    row.getString("annotator_id"),
                    row.getString("role"),
                    answers.read(row).orElseThrow(),
                    row.getInt("label_schema_version"),
                    row.getInt("guideline_version"),
                    row.getDouble("active_seconds"),
                    row.getBoolean("simulated"),
                    row.getString("work_package_id"),
                    Times.at(row, "created_at"),
                    row.getBoolean("corrected") || row.getBoolean("relabelled"),
                    row.getBoolean("relabelled")))
        .list();
  }

  private static final String ROUTES =
      """
      select * from touchstone.item_route where item_id = :item order by pass
      """;

  List<ItemRecord.RouteRecord> routes(String itemId) {
    return database
        .sql(ROUTES)
        .param("item", itemId)
        .query(
            (row, number) ->
                new ItemRecord.RouteRecord(
                    row.getInt("pass"),
                    row.getString("route"),
                    row.getString("rule"),
                    row.getInt("table_version"),
                    json.read(row.getString("inputs"), INPUTS),
                    Times.at(row, "created_at")))
        .list();
  }

  private static final String AUDITS =
      """
      select s.answers, s.drawn_at, o.correct
      from touchstone.audit_sample s
      left join touchstone.audit_outcome o on o.audit_sample_id = s.id
      where s.item_id = :item
        and exists (select 1 from touchstone.verdict v where v.item_id = s.item_id)
      order by s.id
      """;

  /** Nothing before the item has a verdict: until then nobody is to know what was drawn. */
  List<ItemRecord.AuditRecord> audits(String itemId) {
    return database
        .sql(AUDITS)
        .param("item", itemId)
        .query(
            (row, number) ->
                new ItemRecord.AuditRecord(
                    answers.read(row).orElseThrow(),
                    Optional.ofNullable(row.getObject("correct", Boolean.class)),
                    Times.at(row, "drawn_at")))
        .list();
  }

  private static final String VERDICTS =
      """
      select v.*, touchstone.answers_of_verdict(v.id) as answers
      from touchstone.verdict v where v.item_id = :item order by v.round, v.created_at
      """;

  List<ItemRecord.VerdictRecord> verdicts(String itemId) {
    return database
        .sql(VERDICTS)
        .param("item", itemId)
        .query(
            (row, number) ->
                new ItemRecord.VerdictRecord(
                    row.getInt("round"),
                    answers.read(row).orElseThrow(),
                    row.getString("method"),
                    row.getString("routing_rule"),
                    Times.at(row, "created_at"),
                    row.getObject("superseded_at") != null))
        .list();
  }

  /** A published version holds what its dataset had up to it. */
  private static final String VERSIONS =
      """
      select v.*
      from touchstone.dataset_record r join touchstone.dataset_version v on v.dataset = r.dataset
      where r.item_id = :item and v.state = 'published'
        and string_to_array(v.version, '.')::int[] >= string_to_array(r.first_version, '.')::int[]
      order by string_to_array(v.version, '.')::int[]
      """;

  List<VersionRecord> versions(String itemId) {
    return database
        .sql(VERSIONS)
        .param("item", itemId)
        .query(BatchRecordRepository::version)
        .list();
  }

  private static final String LABELS =
      """
      select labels from touchstone.label_schema where project_key = :project order by version
      """;

  /** Names by label id; a label that was renamed has its last name. */
  Map<String, String> labels(String project) {
    Map<String, String> names = new LinkedHashMap<>();
    database
        .sql(LABELS)
        .param("project", project)
        .query(String.class)
        .list()
        .forEach(
            stored ->
                json.read(stored, new TypeReference<List<Label>>() {})
                    .forEach(label -> names.put(label.id(), label.name())));
    return names;
  }

  private static final String GOLD =
      """
      select answers from touchstone.gold_item where item_id = :item
      """;

  /** The answer of a gold item; empty for other items. */
  Optional<Answer> gold(String itemId) {
    return database
        .sql(GOLD)
        .param("item", itemId)
        .query((row, number) -> answers.read(row).orElseThrow())
        .optional();
  }

  private static final String TEXT =
      """
      select text from touchstone.item where id = :item
      """;

  String text(String itemId) {
    return database.sql(TEXT).param("item", itemId).query(String.class).single();
  }

  private static final String GUIDELINE =
      """
      select markdown from touchstone.guideline where project_key = :project and version::text = :version
      """;

  Optional<String> guideline(String project, String version) {
    return database
        .sql(GUIDELINE)
        .param("project", project)
        .param("version", version)
        .query(String.class)
        .optional();
  }
}
