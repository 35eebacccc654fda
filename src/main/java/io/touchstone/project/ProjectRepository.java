package io.touchstone.project;

import io.touchstone.platform.database.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

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
      select p.settings, s.version as schema_version, g.version as guideline_version, g.markdown
      from touchstone.project p
      join lateral (
        select version from touchstone.label_schema
        where project_key = p.key order by version desc limit 1) s on true
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

  private Project project(ResultSet row, int number) throws SQLException {
    return new Project(
        json.read(row.getString("settings"), ProjectSettings.class),
        row.getInt("schema_version"),
        row.getInt("guideline_version"),
        row.getString("markdown"));
  }
}
