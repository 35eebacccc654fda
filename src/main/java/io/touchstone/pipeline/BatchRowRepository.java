package io.touchstone.pipeline;

import io.touchstone.platform.database.Times;
import io.touchstone.project.Project;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the row of a batch comes to be, what it waits for, and what is struck from it at the end. */
@Repository
public class BatchRowRepository {

  private final JdbcClient database;

  BatchRowRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String INSERT =
      """
      insert into touchstone.batch
        (id, project_key, submitted_by, created_at, wrapped_key, project_version,
         label_schema_version, guideline_version)
      values (:id, :project, :by, :at, :key, :version, :schema, :guideline)
      """;

  /**
   * A new batch under the project as it is now.
   *
   * @param wrappedKey the key of its raw objects, wrapped by the master key
   */
  public void insert(String id, Project project, String by, Instant at, byte[] wrappedKey) {
    database
        .sql(INSERT)
        .param("id", id)
        .param("project", project.key())
        .param("by", by)
        .param("at", Times.utc(at))
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

  /** Under which set of processes the batch began. */
  public void setProcessSet(String batchId, String sha256) {
    database.sql(SET_PROCESS_SET).param("id", batchId).param("sha256", sha256).update();
  }

  private static final String DESTROY_KEY =
      """
      update touchstone.batch set wrapped_key = null, raw_erased_at = :at
      where id = :batch and wrapped_key is not null and state in ('done', 'stopped')
      """;

  /**
   * Removes the only copy of the key of a batch that has ended.
   *
   * @return whether there was one
   */
  public boolean destroyKey(String batchId, Instant at) {
    return database.sql(DESTROY_KEY).param("batch", batchId).param("at", Times.utc(at)).update()
        == 1;
  }

  private static final String READ_OPEN_PACKAGES =
      """
      select open_packages from touchstone.batch where id = :batch for update
      """;

  /**
   * How many work packages the batch waits for; nobody else changes the number until the
   * transaction ends.
   */
  public int holdOpenPackages(String batchId) {
    return database.sql(READ_OPEN_PACKAGES).param("batch", batchId).query(Integer.class).single();
  }

  private static final String SET_OPEN_PACKAGES =
      """
      update touchstone.batch set open_packages = :count where id = :batch
      """;

  /** Begins to count; asks for {@link #holdOpenPackages} before. */
  public void setOpenPackages(String batchId, int count) {
    database.sql(SET_OPEN_PACKAGES).param("batch", batchId).param("count", count).update();
  }

  private static final String ADD_OPEN_PACKAGES =
      """
      update touchstone.batch set open_packages = open_packages + :more where id = :batch
      returning open_packages
      """;

  /**
   * Adds to what the batch waits for, or takes away.
   *
   * @return how many it waits for now
   */
  public int addOpenPackages(String batchId, int more) {
    return database
        .sql(ADD_OPEN_PACKAGES)
        .param("batch", batchId)
        .param("more", more)
        .query(Integer.class)
        .single();
  }
}
