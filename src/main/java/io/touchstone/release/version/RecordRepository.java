package io.touchstone.release.version;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.answer.Answer;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.platform.database.Cursors;
import io.touchstone.platform.database.Json;
import io.touchstone.project.StoredAnswers;
import io.touchstone.release.format.AcceptedAgainst;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.LabelledItem;
import io.touchstone.release.format.LabelledItems;
import io.touchstone.release.format.Lineage;
import io.touchstone.release.format.ProcessOrigin;
import io.touchstone.release.format.RecordAnswer;
import io.touchstone.release.format.RecordFile;
import io.touchstone.release.format.SoftLabel;
import io.touchstone.release.format.UnlabelledItem;
import io.touchstone.workforce.Pseudonyms;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The records of a version, streamed within the caller's transaction. */
@Repository
public class RecordRepository {

  /** Rows hold texts, of up to 1 MiB each. */
  private static final int FETCH_ROWS = 100;

  private final JdbcClient database;
  private final Json json;
  private final StoredAnswers stored;

  RecordRepository(DataSource source, Json json, StoredAnswers stored) {
    // Rows come in portions, so that a million of them are never in memory at once.
    this.database = Cursors.of(source, FETCH_ROWS);
    this.json = json;
    this.stored = stored;
  }

  private static final String COUNT = IncludedItems.CTE + "select count(*) from included";

  public long count(Scope scope) {
    return database.sql(COUNT).params(IncludedItems.parameters(scope)).query(Long.class).single();
  }

  private static final String ITEMS =
      IncludedItems.CTE
          + """
          select i.*, touchstone.answers_on(i.answers, i.text) as said, m.row_number, m.policy_sha256, s.digest, b.label_schema_version,
                 b.guideline_version, j.judgements, t.soft, o.media_type, o.sha256, o.bytes,
                 p.split
          from included i
          left join touchstone.item_object o on o.item_id = i.id
          left join touchstone.dataset_split p
            on :parted::boolean and p.dataset = :dataset and p.item_id = i.id
          join touchstone.batch b on b.id = i.batch_id
          join touchstone.manifest_entry m on m.item_id = i.id and m.status = 'ok'
          join touchstone.source_object s on s.id = m.source_id
          cross join lateral (
            select jsonb_agg(jsonb_build_object(
                     'annotator', last.annotator_id, 'role', last.role,
                     'answers', touchstone.answers_on(
                       touchstone.answers_of_judgement(last.id), i.text)::text,
                     'further', last.mode = 'further',
                     'labelSchemaVersion', last.label_schema_version,
                     'guidelineVersion', last.guideline_version)
                     order by last.annotator_id, last.role) as judgements
            from (
              select j.*, w.mode
              from touchstone.current_judgement j
              join touchstone.work_package w on w.id = j.work_package_id
              where j.item_id = i.id) last) j
          left join lateral (
            select jsonb_object_agg(latest.question, jsonb_build_object(
                     'labels', latest.soft, 'method', latest.method,
                     'version', latest.version)) as soft
            from touchstone.item_truth latest
            where latest.batch_id = i.batch_id and latest.item_id = i.id
              and latest.round = (select max(round) from touchstone.item_truth last
                                  where last.batch_id = i.batch_id and last.item_id = i.id)) t
            on true
          order by i.id collate "C"
          """;

  /**
   * The items of a version.
   *
   * @param origins what the batches ran under, and against which gates
   * @param files content of an item's file
   * @param perSplit how many records each part has
   */
  public LabelledItems items(
      Scope scope,
      Pseudonyms pseudonyms,
      BatchOrigins origins,
      Function<String, InputStream> files,
      SortedMap<String, Long> perSplit) {
    long count = count(scope);
    return new LabelledItems() {
      @Override
      public long count() {
        return count;
      }

      @Override
      public SortedMap<String, Long> perSplit() {
        return perSplit;
      }

      @Override
      public void forEach(Consumer<LabelledItem> reader) {
        try (Stream<LabelledItem> rows =
            database
                .sql(ITEMS)
                .params(IncludedItems.parameters(scope))
                .query((row, number) -> item(row, pseudonyms, origins))
                .stream()) {
          rows.forEach(reader);
        }
      }

      @Override
      public void forEachUnlabelled(Consumer<UnlabelledItem> reader) {
        database
            .sql(UNLABELLED)
            .params(IncludedItems.parameters(scope))
            .query(
                row -> {
                  reader.accept(new UnlabelledItem(row.getString("id"), row.getString("why")));
                });
      }

      @Override
      public InputStream file(String itemId) {
        return files.apply(itemId);
      }
    };
  }

  /** Of several questions without an answer the graver reason. */
  private static final String UNLABELLED =
      """
      select v.item_id as id, max(touchstone.abstained(a.answer)) as why
      from touchstone.verdict v
      join touchstone.verdict_answer a on a.verdict_id = v.id
      where v.superseded_at is null
        and (v.batch_id = :batch
             or v.batch_id in (
               select d.batch_id from touchstone.dataset_version d
               where d.dataset = :dataset and d.state = 'published'
                 and string_to_array(d.version, '.')::int[] <= :previous::int[]))
        and not exists (select from touchstone.gold_item g where g.item_id = v.item_id)
      group by v.item_id
      having bool_and(touchstone.abstained(a.answer) is not null)
      order by v.item_id collate "C"
      """;

  private LabelledItem item(ResultSet row, Pseudonyms pseudonyms, BatchOrigins origins)
      throws SQLException {
    List<StoredJudgement> judgements =
        Optional.ofNullable(row.getString("judgements"))
            .map(stored -> json.read(stored, new TypeReference<List<StoredJudgement>>() {}))
            .orElse(List.of());
    Lineage lineage =
        new Lineage(
            row.getString("id"),
            row.getString("content_hash"),
            new Lineage.Source(row.getString("digest"), row.getLong("row_number")),
            row.getString("policy_sha256"),
            row.getInt("label_schema_version"),
            row.getInt("guideline_version"),
            judgements.stream().map(judgement -> under(pseudonyms, judgement)).toList(),
            new Lineage.VerdictEntry(row.getString("method"), row.getString("routing_rule")),
            origins.process(row.getString("batch_id")),
            origins.against().getOrDefault(row.getString("batch_id"), List.of()),
            Optional.of(row.getString("batch_id"))
                .filter(batch -> !batch.equals(origins.firstBatch())));
    return new LabelledItem(record(row, answer(row, judgements)), lineage);
  }

  /** A judgement as the query above gives it. */
  private record StoredJudgement(
      String annotator,
      String role,
      String answers,
      int labelSchemaVersion,
      int guidelineVersion,
      boolean further) {

    boolean ofAnnotator() {
      return role.equals("annotator");
    }
  }

  private Lineage.JudgementEntry under(Pseudonyms pseudonyms, StoredJudgement judgement) {
    return new Lineage.JudgementEntry(
        pseudonyms.of(judgement.annotator()),
        judgement.role(),
        stored.read(judgement.answers()),
        judgement.labelSchemaVersion(),
        judgement.guidelineVersion(),
        judgement.further());
  }

  /**
   * How batches came to the dataset.
   *
   * @param firstBatch the dataset's oldest one, whose records do not name it
   * @param processes by batch, what it ran under
   * @param against by batch, the gates that it went on against; nothing of others
   */
  public record BatchOrigins(
      String firstBatch,
      Map<String, ProcessOrigin> processes,
      Map<String, List<AcceptedAgainst>> against) {

    private ProcessOrigin process(String batchId) {
      ProcessOrigin process = processes.get(batchId);
      if (process == null) {
        throw new IllegalStateException(
            "Records of batch "
                + batchId
                + " are in the dataset, but no published version says under"
                + " which process. Repair the row of that version in dataset_version.");
      }
      return process;
    }
  }

  private RecordAnswer answer(ResultSet row, List<StoredJudgement> judgements) throws SQLException {
    List<Answer> votes =
        judgements.stream()
            .filter(StoredJudgement::ofAnnotator)
            .map(judgement -> stored.read(judgement.answers()))
            .toList();
    return RecordAnswer.of(stored.read(row.getString("said")), votes, soft(row));
  }

  private Map<String, SoftLabel> soft(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("soft"))
        .map(stored -> json.read(stored, new TypeReference<Map<String, SoftLabel>>() {}))
        .orElse(Map.of());
  }

  private static final String RECORDS =
      IncludedItems.CTE
          + """
          select i.*, touchstone.answers_on(i.answers, i.text) as said, (
            select jsonb_object_agg(q.question, (
              select jsonb_build_object(
                       'judgements', count(*),
                       'votes', touchstone.answer_votes(q.answer, array_agg(said.answer)))
              from touchstone.judgement j
              join touchstone.current_assignment a on a.id = j.assignment_id
              join touchstone.judgement_answer said
                on said.judgement_id = j.id and said.question = q.question
              where j.item_id = i.id and j.role = 'annotator'
                and not exists (
                  select 1 from touchstone.judgement later
                  where later.item_id = j.item_id and later.annotator_id = j.annotator_id
                    and later.role = j.role and later.id > j.id)))
            from jsonb_each(i.answers) as q (question, answer)) as votes,
            (select jsonb_object_agg(t.question, jsonb_build_object(
                      'labels', t.soft, 'method', t.method, 'version', t.version))
             from touchstone.item_truth t
             where t.batch_id = i.batch_id and t.item_id = i.id
               and t.round = (select max(round) from touchstone.item_truth last
                              where last.batch_id = i.batch_id and last.item_id = i.id)) as soft,
            o.media_type, o.sha256, o.bytes, p.split
          from included i
          left join touchstone.item_object o on o.item_id = i.id
          left join touchstone.dataset_split p
            on :parted::boolean and p.dataset = :dataset and p.item_id = i.id
          order by i.id collate "C"
          """;

  /** The records as they should be in the files, counted by the database. */
  public void forEachRecord(Scope scope, Consumer<DatasetRecord> reader) {
    try (Stream<DatasetRecord> rows =
        database
            .sql(RECORDS)
            .params(IncludedItems.parameters(scope))
            .query((row, number) -> record(row, counted(row)))
            .stream()) {
      rows.forEach(reader);
    }
  }

  private RecordAnswer counted(ResultSet row) throws SQLException {
    return RecordAnswer.counted(
        stored.read(row.getString("said")),
        json.read(row.getString("votes"), new TypeReference<Map<String, RecordAnswer.Votes>>() {}),
        soft(row));
  }

  private static DatasetRecord record(ResultSet row, RecordAnswer answer) throws SQLException {
    return new DatasetRecord(
        row.getString("id"),
        row.getString("text"),
        file(row),
        answer,
        row.getString("method"),
        Optional.ofNullable(row.getString("split")));
  }

  private static Optional<RecordFile> file(ResultSet row) throws SQLException {
    String type = row.getString("media_type");
    return type == null
        ? Optional.empty()
        : Optional.of(
            RecordFile.of(
                type,
                ObjectType.ofMediaType(type).orElseThrow().extension(),
                row.getString("sha256"),
                row.getLong("bytes")));
  }

  private static final String ADD_TO_DATASET =
      IncludedItems.CTE
          + """
          insert into touchstone.dataset_record (dataset, item_id, first_version)
          select :dataset, i.id, :version from included i
          on conflict do nothing
          """;

  /** Notes the items as belonging to the dataset from this version on. */
  public void addToDataset(Scope scope, String version) {
    database
        .sql(ADD_TO_DATASET)
        .params(IncludedItems.parameters(scope))
        .param("version", version)
        .update();
  }
}
