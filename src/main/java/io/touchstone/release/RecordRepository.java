package io.touchstone.release;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.database.Json;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.LabelledItem;
import io.touchstone.release.format.LabelledItems;
import io.touchstone.release.format.Lineage;
import io.touchstone.release.format.ProcessOrigin;
import io.touchstone.workforce.Pseudonyms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The records of a version, streamed within the caller's transaction. */
@Repository
class RecordRepository {

  private static final int FETCH_ROWS = 1_000;

  private final JdbcClient database;
  private final Json json;

  RecordRepository(DataSource source, Json json) {
    // Rows come in portions, so that a million of them are never in memory at once.
    JdbcTemplate template = new JdbcTemplate(source);
    template.setFetchSize(FETCH_ROWS);
    this.database = JdbcClient.create(template);
    this.json = json;
  }

  private static final String COUNT = IncludedItems.CTE + "select count(*) from included";

  long count(Scope scope) {
    return database.sql(COUNT).params(IncludedItems.parameters(scope)).query(Long.class).single();
  }

  private static final String ITEMS =
      IncludedItems.CTE
          + """
            select i.*, m.row_number, m.policy_sha256, s.digest, b.label_schema_version,
                   b.guideline_version, j.judgements
            from included i
            join touchstone.batch b on b.id = i.batch_id
            join touchstone.manifest_entry m on m.item_id = i.id and m.status = 'ok'
            join touchstone.source_object s on s.id = m.source_id
            cross join lateral (
              select jsonb_agg(jsonb_build_object(
                       'annotator', last.annotator_id, 'role', last.role, 'label', last.label,
                       'labelSchemaVersion', last.label_schema_version,
                       'guidelineVersion', last.guideline_version)) as judgements
              from (
                select distinct on (j.annotator_id, j.role) j.*
                from touchstone.judgement j
                join touchstone.assignment a on a.id = j.assignment_id and a.superseded_at is null
                where j.item_id = i.id order by j.annotator_id, j.role, j.id desc) last) j
            order by i.id collate "C"
            """;

  /**
   * The items of a version.
   *
   * @param processes by batch, what it ran under
   */
  LabelledItems items(Scope scope, Pseudonyms pseudonyms, Map<String, ProcessOrigin> processes) {
    long count = count(scope);
    return new LabelledItems() {
      @Override
      public long count() {
        return count;
      }

      @Override
      public void forEach(Consumer<LabelledItem> reader) {
        try (Stream<LabelledItem> rows =
            database
                .sql(ITEMS)
                .params(IncludedItems.parameters(scope))
                .query((row, number) -> item(row, pseudonyms, processes))
                .stream()) {
          rows.forEach(reader);
        }
      }
    };
  }

  private LabelledItem item(
      ResultSet row, Pseudonyms pseudonyms, Map<String, ProcessOrigin> processes)
      throws SQLException {
    List<Lineage.JudgementEntry> judgements =
        Optional.ofNullable(row.getString("judgements"))
            .map(stored -> json.read(stored, new TypeReference<List<Lineage.JudgementEntry>>() {}))
            .orElse(List.of());
    Lineage lineage =
        new Lineage(
            row.getString("id"),
            row.getString("content_hash"),
            new Lineage.Source(row.getString("digest"), row.getLong("row_number")),
            row.getString("policy_sha256"),
            row.getInt("label_schema_version"),
            row.getInt("guideline_version"),
            judgements.stream().map(judgement -> renamed(judgement, pseudonyms)).toList(),
            new Lineage.VerdictEntry(row.getString("method"), row.getString("routing_rule")),
            process(row.getString("batch_id"), processes));
    return new LabelledItem(record(row, votes(judgements)), lineage);
  }

  private static Lineage.JudgementEntry renamed(
      Lineage.JudgementEntry judgement, Pseudonyms pseudonyms) {
    return new Lineage.JudgementEntry(
        pseudonyms.of(judgement.annotator()),
        judgement.role(),
        judgement.label(),
        judgement.labelSchemaVersion(),
        judgement.guidelineVersion());
  }

  private static ProcessOrigin process(String batchId, Map<String, ProcessOrigin> processes) {
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

  private static SortedMap<String, Integer> votes(List<Lineage.JudgementEntry> judgements) {
    SortedMap<String, Integer> votes = new TreeMap<>();
    judgements.stream()
        .filter(judgement -> judgement.role().equals("annotator"))
        .forEach(judgement -> votes.merge(judgement.label(), 1, Integer::sum));
    return votes;
  }

  private static final String RECORDS =
      IncludedItems.CTE
          + """
            select i.*, (
              select jsonb_object_agg(label, votes) from (
                select j.label, count(*) as votes
                from touchstone.judgement j
                join touchstone.assignment a on a.id = j.assignment_id and a.superseded_at is null
                where j.item_id = i.id and j.role = 'annotator'
                  and not exists (
                    select 1 from touchstone.judgement later
                    where later.item_id = j.item_id and later.annotator_id = j.annotator_id
                      and later.role = j.role and later.id > j.id)
                group by j.label) counted) as votes
            from included i
            order by i.id collate "C"
            """;

  /** The records as they should be in the files, counted by the database. */
  void forEachRecord(Scope scope, Consumer<DatasetRecord> reader) {
    try (Stream<DatasetRecord> rows =
        database
            .sql(RECORDS)
            .params(IncludedItems.parameters(scope))
            .query((row, number) -> record(row, counted(row.getString("votes"))))
            .stream()) {
      rows.forEach(reader);
    }
  }

  private SortedMap<String, Integer> counted(String votes) {
    return votes == null
        ? new TreeMap<>()
        : json.read(votes, new TypeReference<TreeMap<String, Integer>>() {});
  }

  private static DatasetRecord record(ResultSet row, SortedMap<String, Integer> votes)
      throws SQLException {
    return new DatasetRecord(
        row.getString("id"),
        row.getString("text"),
        row.getString("label"),
        votes,
        row.getString("method"),
        Optional.empty());
  }

  private static final String ADD_TO_DATASET =
      IncludedItems.CTE
          + """
            insert into touchstone.dataset_record (dataset, item_id, first_version)
            select :dataset, i.id, :version from included i
            on conflict do nothing
            """;

  /** Notes the items as belonging to the dataset from this version on. */
  void addToDataset(Scope scope, String version) {
    database
        .sql(ADD_TO_DATASET)
        .params(IncludedItems.parameters(scope))
        .param("version", version)
        .update();
  }
}
