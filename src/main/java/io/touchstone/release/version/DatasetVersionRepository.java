package io.touchstone.release.version;

import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class DatasetVersionRepository {

  private final JdbcClient database;
  private final Json json;

  DatasetVersionRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  private static final String LOCK =
      """
      select pg_advisory_xact_lock(hashtextextended('dataset:' || :dataset, 0))
      """;

  /** Makes the caller the only one, on any node, to publish the dataset until the commit. */
  public void lock(String dataset) {
    database.sql(LOCK).param("dataset", dataset).query((row, number) -> true).single();
  }

  private static final String REMOVE_UNPUBLISHED =
      """
      delete from touchstone.dataset_version where batch_id = :batch and state <> 'published'
      """;

  public void removeUnpublished(String batchId) {
    database.sql(REMOVE_UNPUBLISHED).param("batch", batchId).update();
  }

  private static final String INSERT =
      """
      insert into touchstone.dataset_version (
        dataset, version, batch_id, state, records, root_sha256, dvc_md5, details, approved_by,
        approved_at, created_at)
      values (
        :dataset, :version, :batch, 'draft', :records, :root, :md5, :details::jsonb, :approvedBy,
        :approvedAt, :at)
      """;

  public void insertDraft(DatasetVersion draft, Instant at) {
    database
        .sql(INSERT)
        .param("dataset", draft.dataset())
        .param("version", draft.version())
        .param("batch", draft.batchId())
        .param("records", draft.records())
        .param("root", draft.rootSha256())
        .param("md5", draft.dvcMd5())
        .param("details", json.write(draft.details()))
        .param("approvedBy", draft.approvedBy().orElse(null))
        .param("approvedAt", draft.approvedAt().map(Times::utc).orElse(null))
        .param("at", Times.utc(at))
        .update();
  }

  private static final String SET_DETAILS =
      """
      update touchstone.dataset_version set details = :details::jsonb
      where dataset = :dataset and version = :version and batch_id = :batch
      """;

  public void setDetails(DatasetVersion version, VersionDetails details) {
    database
        .sql(SET_DETAILS)
        .param("details", json.write(details))
        .param("dataset", version.dataset())
        .param("version", version.version())
        .param("batch", version.batchId())
        .update();
  }

  private static final String APPROVE =
      """
      update touchstone.dataset_version set approved_by = :person, approved_at = :at
      where batch_id = :batch and state = 'draft'
      """;

  public void approve(String batchId, String person, Instant at) {
    database
        .sql(APPROVE)
        .param("person", person)
        .param("at", Times.utc(at))
        .param("batch", batchId)
        .update();
  }

  private static final String REJECT =
      """
      update touchstone.dataset_version set state = 'rejected'
      where batch_id = :batch and state = 'draft'
      """;

  public void reject(String batchId) {
    database.sql(REJECT).param("batch", batchId).update();
  }

  private static final String PUBLISH =
      """
      update touchstone.dataset_version
      set state = 'published', git_commit = :commit, published_at = :at
      where dataset = :dataset and version = :version and batch_id = :batch and state = 'draft'
      """;

  public void publish(DatasetVersion version, String commit, Instant at) {
    database
        .sql(PUBLISH)
        .param("commit", commit)
        .param("at", Times.utc(at))
        .param("dataset", version.dataset())
        .param("version", version.version())
        .param("batch", version.batchId())
        .update();
  }

  private static final String SELECT = "select * from touchstone.dataset_version ";

  private static final String OF_BATCH =
      SELECT + "where batch_id = :batch order by state = 'published' desc, created_at desc limit 1";

  /** The batch's published version or else its newest other one. */
  public Optional<DatasetVersion> ofBatch(String batchId) {
    return database.sql(OF_BATCH).param("batch", batchId).query(this::version).optional();
  }

  private static final String PUBLISHED =
      SELECT
          + """
            where dataset = :dataset and state = 'published'
            order by string_to_array(version, '.')::int[] desc
            """;

  /** The published versions, newest first. */
  public List<DatasetVersion> published(String dataset) {
    return database.sql(PUBLISHED).param("dataset", dataset).query(this::version).list();
  }

  /** The newest published version. */
  public Optional<DatasetVersion> latest(String dataset) {
    return database
        .sql(PUBLISHED + " limit 1")
        .param("dataset", dataset)
        .query(this::version)
        .optional();
  }

  private static final String DATASETS =
      """
      select distinct dataset from touchstone.dataset_version
      where state = 'published' order by dataset
      """;

  public List<String> datasets() {
    return database.sql(DATASETS).query(String.class).list();
  }

  private DatasetVersion version(ResultSet row, int number) throws SQLException {
    return new DatasetVersion(
        row.getString("dataset"),
        row.getString("version"),
        row.getString("batch_id"),
        DatasetVersion.State.of(row.getString("state")),
        row.getLong("records"),
        row.getString("root_sha256"),
        row.getString("dvc_md5"),
        json.read(row.getString("details"), VersionDetails.class),
        Optional.ofNullable(row.getString("git_commit")),
        Optional.ofNullable(row.getString("approved_by")),
        Times.maybeAt(row, "approved_at"),
        Times.maybeAt(row, "published_at"));
  }
}
