package io.touchstone.release.version;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.database.Json;
import io.touchstone.project.Label;
import io.touchstone.release.format.CardFacts;
import io.touchstone.release.format.Deidentification;
import io.touchstone.release.format.ProcessOrigin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a version says about its batches: schema, guideline, quality, personal data. */
@Repository
public class ReleaseRepository {

  private final JdbcClient database;
  private final Json json;

  ReleaseRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  private static final String BASIS =
      """
      select id as batch_id, project_key as project, submitted_by, project_version,
             label_schema_version, guideline_version
      from touchstone.batch where id = :batch
      """;

  public BatchBasis basis(String batchId) {
    return database.sql(BASIS).param("batch", batchId).query(BatchBasis.class).single();
  }

  private static final String LABELS =
      """
      select labels from touchstone.label_schema
      where project_key = :project and version = :version
      """;

  public List<Label> labels(String project, int version) {
    String stored =
        database
            .sql(LABELS)
            .param("project", project)
            .param("version", version)
            .query(String.class)
            .single();
    return json.read(stored, new TypeReference<List<Label>>() {});
  }

  private static final String GUIDELINE =
      """
      select markdown from touchstone.guideline
      where project_key = :project and version = :version
      """;

  public String guideline(String project, int version) {
    return database
        .sql(GUIDELINE)
        .param("project", project)
        .param("version", version)
        .query(String.class)
        .single();
  }

  private static final String BATCHES =
      IncludedItems.CTE
          + """
          select i.batch_id, count(*) as records,
                 count(*) filter (where i.method = 'adjudication') as adjudicated,
                 (select q.numbers from touchstone.quality_report q
                  where q.batch_id = i.batch_id order by q.round desc limit 1) as numbers
          from included i join touchstone.batch b on b.id = i.batch_id
          group by i.batch_id, b.created_at order by b.created_at, i.batch_id collate "C"
          """;

  /** The batches whose records are in the version, oldest first. */
  public List<CardFacts.BatchFacts> batches(Scope scope) {
    return database
        .sql(BATCHES)
        .params(IncludedItems.parameters(scope))
        .query(
            (row, number) ->
                new CardFacts.BatchFacts(
                    row.getString("batch_id"),
                    row.getLong("records"),
                    row.getLong("adjudicated"),
                    CardFigures.read(Optional.ofNullable(row.getString("numbers")))
                        .withAdjudicated(row.getLong("adjudicated"))))
        .list();
  }

  private static final String QUALITY =
      """
      select numbers from touchstone.quality_report
      where batch_id = :batch order by round desc limit 1
      """;

  /** The newest quality numbers of the batch as JSON. */
  public Optional<String> quality(String batchId) {
    return database.sql(QUALITY).param("batch", batchId).query(String.class).optional();
  }

  private static final String POLICIES =
      """
      select distinct policy_sha256 from touchstone.manifest_entry
      where batch_id in (:batches) and status = 'ok'
      """;

  private static final String FINDINGS =
      """
      select f.key, sum(f.value::bigint)::bigint as count
      from touchstone.manifest_entry m, jsonb_each_text(m.findings) f
      where m.batch_id in (:batches) and m.status = 'ok'
      group by f.key
      """;

  /** What stage 1 removed from the texts of the batches. */
  public Deidentification deidentification(
      String mode, Optional<String> reason, List<String> batches) {
    if (batches.isEmpty()) {
      return new Deidentification(mode, reason, List.of(), new TreeMap<>());
    }
    List<String> policies =
        database.sql(POLICIES).param("batches", batches).query(String.class).list();
    SortedMap<String, Long> findings = new TreeMap<>();
    database
        .sql(FINDINGS)
        .param("batches", batches)
        .query(
            row -> {
              findings.put(row.getString("key"), row.getLong("count"));
            });
    return new Deidentification(mode, reason, policies, findings);
  }

  private static final String PROCESSES =
      """
      select batch_id, details -> 'process' as process from touchstone.dataset_version
      where dataset = :dataset and state = 'published'
      """;

  /** By batch, the process under which each published version was decided. */
  public Map<String, ProcessOrigin> processes(String dataset) {
    Map<String, ProcessOrigin> processes = new HashMap<>();
    database
        .sql(PROCESSES)
        .param("dataset", dataset)
        .query(
            row -> {
              processes.put(
                  row.getString("batch_id"),
                  json.read(row.getString("process"), ProcessOrigin.class));
            });
    return processes;
  }
}
