package io.touchstone.project;

import io.touchstone.platform.crypto.Sha256;
import io.touchstone.platform.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GuidelineRepository {

  private final JdbcClient database;

  GuidelineRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String LOCK =
      """
      select key from touchstone.project where key = :project for update
      """;

  /** One new version at a time, until the transaction ends. */
  void lock(String projectKey) {
    database.sql(LOCK).param("project", projectKey).query(String.class).single();
  }

  private static final String SELECT =
      """
      select version, markdown, written_by, note, created_at from touchstone.guideline
      where project_key = :project
      """;

  private static final String LATEST = SELECT + " order by version desc limit 1";

  GuidelineVersion latest(String projectKey) {
    return database.sql(LATEST).param("project", projectKey).query(this::version).single();
  }

  private static final String FIND = SELECT + " and version = :version";

  Optional<GuidelineVersion> find(String projectKey, int version) {
    return database
        .sql(FIND)
        .param("project", projectKey)
        .param("version", version)
        .query(this::version)
        .optional();
  }

  private static final String VERSIONS =
      """
      select version, '' as markdown, written_by, note, created_at from touchstone.guideline
      where project_key = :project order by version desc
      """;

  List<GuidelineVersion> versions(String projectKey) {
    return database.sql(VERSIONS).param("project", projectKey).query(this::version).list();
  }

  private static final String INSERT =
      """
      insert into touchstone.guideline
        (project_key, version, markdown, sha256, created_at, origin, written_by, note)
      values (:project, :version, :markdown, :sha256, :at, 'product', :person, :note)
      """;

  void insert(
      String projectKey, int version, String markdown, String note, String personId, Instant at) {
    database
        .sql(INSERT)
        .param("project", projectKey)
        .param("version", version)
        .param("markdown", markdown)
        .param("sha256", Sha256.hex(markdown))
        .param("at", Times.utc(at))
        .param("person", personId)
        .param("note", note)
        .update();
  }

  private GuidelineVersion version(ResultSet row, int number) throws SQLException {
    return new GuidelineVersion(
        row.getInt("version"),
        row.getString("markdown"),
        Optional.ofNullable(row.getString("written_by")),
        Optional.ofNullable(row.getString("note")),
        Times.at(row, "created_at"));
  }
}
