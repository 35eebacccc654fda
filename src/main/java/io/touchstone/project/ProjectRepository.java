package io.touchstone.project;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.database.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Projects as their versions say. */
@Repository
class ProjectRepository {

  private final JdbcClient database;
  private final Json json;

  ProjectRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  private static final String SELECT =
      """
      select v.settings, v.version, s.labels, s.version as schema_version,
             g.version as guideline_version, g.markdown
      from touchstone.project p
      join lateral (
        select version, settings, label_schema_version from touchstone.project_version
        where project_key = p.key order by version desc limit 1) v on true
      join touchstone.label_schema s
        on s.project_key = p.key and s.version = v.label_schema_version
      join lateral (
        select version, markdown from touchstone.guideline
        where project_key = p.key order by version desc limit 1) g on true
      """;

  private static final String SELECT_ALL = SELECT + " order by p.key";

  List<Project> findAll() {
    return database.sql(SELECT_ALL).query(this::project).list();
  }

  private static final String SELECT_ONE = SELECT + " where p.key = :key";

  Optional<Project> find(String key) {
    return database.sql(SELECT_ONE).param("key", key).query(this::project).optional();
  }

  private static final String SELECT_PINNED =
      """
      select v.settings, v.version, s.labels, s.version as schema_version,
             g.version as guideline_version, g.markdown
      from touchstone.project_version v
      join touchstone.label_schema s on s.project_key = v.project_key and s.version = :schema
      join touchstone.guideline g on g.project_key = v.project_key and g.version = :guideline
      where v.project_key = :key and v.version = :version
      """;

  Optional<Project> find(Pins pins) {
    return database
        .sql(SELECT_PINNED)
        .param("key", pins.projectKey())
        .param("version", pins.projectVersion())
        .param("schema", pins.labelSchemaVersion())
        .param("guideline", pins.guidelineVersion())
        .query(this::project)
        .optional();
  }

  private static final String ONE_AT_A_TIME =
      """
      select pg_advisory_xact_lock(hashtext('touchstone projects'))
      """;

  /** Keeps others from making versions until the transaction ends. */
  void oneAtATime() {
    database.sql(ONE_AT_A_TIME).query(rows -> {});
  }

  private Project project(ResultSet row, int number) throws SQLException {
    return new Project(
        json.read(row.getString("settings"), ProjectSettings.class),
        row.getInt("version"),
        json.read(row.getString("labels"), new TypeReference<List<Label>>() {}),
        row.getInt("schema_version"),
        row.getInt("guideline_version"),
        row.getString("markdown"));
  }
}
