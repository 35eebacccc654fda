package io.touchstone.ingestion;

import io.touchstone.project.Project;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** New batches and their sources. */
@Repository
class IntakeRepository {

  private final JdbcClient database;

  IntakeRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String TAKE_NUMBER =
      """
      update touchstone.project set next_batch = next_batch + 1
      where key = :project
      returning next_batch - 1
      """;

  /** A batch number of the project that nobody else gets. */
  int takeNumber(String projectKey) {
    return database.sql(TAKE_NUMBER).param("project", projectKey).query(Integer.class).single();
  }

  private static final String INSERT_BATCH =
      """
      insert into touchstone.batch
        (id, project_key, submitted_by, created_at, wrapped_key, project_version,
         label_schema_version, guideline_version)
      values (:id, :project, :by, :at, :key, :version, :schema, :guideline)
      """;

  void insertBatch(String id, Project project, String by, Instant at, byte[] wrappedKey) {
    database
        .sql(INSERT_BATCH)
        .param("id", id)
        .param("project", project.key())
        .param("by", by)
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .param("key", wrappedKey)
        .param("version", project.version())
        .param("schema", project.labelSchemaVersion())
        .param("guideline", project.guidelineVersion())
        .update();
  }

  private static final String SET_PROCESS_SET =
      """
      update touchstone.batch set process_set = :sha256 where id = :id
      """;

  void setProcessSet(String batchId, String sha256) {
    database.sql(SET_PROCESS_SET).param("id", batchId).param("sha256", sha256).update();
  }

  private static final String INSERT_SOURCE =
      """
      insert into touchstone.source_object
        (id, batch_id, position, media_type, bytes, digest, object_key, rows, inner_archives)
      values (:id, :batch, :position, :type, :bytes, :digest, :key, :rows, :inner)
      """;

  void insertSource(SourceObject source) {
    database
        .sql(INSERT_SOURCE)
        .param("id", source.id())
        .param("batch", source.batchId())
        .param("position", source.position())
        .param("type", source.format().mediaType())
        .param("bytes", source.bytes())
        .param("digest", source.digest())
        .param("key", source.address().key())
        .param("rows", source.rows())
        .param("inner", source.layout().stored())
        .update();
  }

  private static final String WITHOUT_ROW =
      """
      select stored.key
      from unnest(:keys::text[]) as stored (key)
      where not exists (
        select from touchstone.source_object where object_key = stored.key)
        and not exists (
        select from touchstone.item_object
        where batch_id = split_part(stored.key, '/', 1)
          and object_id = split_part(stored.key, '/', 2))
      """;

  /** Those of the object keys that neither a source nor an item refers to. */
  List<String> withoutRow(List<String> keys) {
    return database
        .sql(WITHOUT_ROW)
        .param("keys", keys.toArray(String[]::new))
        .query(String.class)
        .list();
  }
}
