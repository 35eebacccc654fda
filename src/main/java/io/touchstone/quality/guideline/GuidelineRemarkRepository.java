package io.touchstone.quality.guideline;

import io.touchstone.platform.database.Times;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people found unclear in a guideline, for its owner. Who said it is not told. */
@Repository
class GuidelineRemarkRepository {

  private final JdbcClient database;

  GuidelineRemarkRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String INSERT =
      """
      insert into touchstone.guideline_remark
        (project_key, guideline_version, clarification_id, remark, created_at)
      values (:project, :version, :clarification, :remark, :at)
      """;

  void insert(
      String projectKey, int guidelineVersion, String clarificationId, String remark, Instant at) {
    database
        .sql(INSERT)
        .param("project", projectKey)
        .param("version", guidelineVersion)
        .param("clarification", clarificationId)
        .param("remark", remark)
        .param("at", Times.utc(at))
        .update();
  }

  /**
   * A remark.
   *
   * @param guidelineVersion that it is about
   */
  record Remark(long id, int guidelineVersion, String remark, Instant at) {}

  private static final String NEWEST =
      """
      select id, guideline_version, remark, created_at from touchstone.guideline_remark
      where project_key = :project order by id desc limit :limit
      """;

  /** The newest remarks on a project's guideline. */
  List<Remark> newest(String projectKey, int limit) {
    return database
        .sql(NEWEST)
        .param("project", projectKey)
        .param("limit", limit)
        .query(
            (row, number) ->
                new Remark(
                    row.getLong("id"),
                    row.getInt("guideline_version"),
                    row.getString("remark"),
                    Times.at(row, "created_at")))
        .list();
  }

  private static final String ERASE =
      """
      delete from touchstone.guideline_remark where id = :id
      """;

  /** Whether there was such a remark. */
  boolean erase(long id) {
    return database.sql(ERASE).param("id", id).update() == 1;
  }
}
