package io.touchstone.project;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.crypto.Sha256;
import io.touchstone.platform.database.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProjectRepository {

  private final JdbcClient database;
  private final Json json;
  private final Clock clock;

  ProjectRepository(JdbcClient database, Json json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  private static final String SELECT =
      """
      select p.settings, s.labels, s.version as schema_version, g.version as guideline_version, g.markdown
      from touchstone.project p
      join lateral (
        select version, labels from touchstone.label_schema
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

  private static final String SELECT_AS_OF =
      """
      select p.settings, s.labels, s.version as schema_version, g.version as guideline_version,
             g.markdown
      from touchstone.project p
      join touchstone.label_schema s on s.project_key = p.key and s.version = :schema
      join touchstone.guideline g on g.project_key = p.key and g.version = :guideline
      where p.key = :key
      """;

  Optional<Project> findAsOf(String key, int labelSchemaVersion, int guidelineVersion) {
    return database
        .sql(SELECT_AS_OF)
        .param("key", key)
        .param("schema", labelSchemaVersion)
        .param("guideline", guidelineVersion)
        .query(this::project)
        .optional();
  }

  private static final String ONE_NODE_AT_A_TIME =
      """
      select pg_advisory_xact_lock(hashtext('touchstone projects'))
      """;

  /** Keeps other nodes from loading a project until the transaction ends. */
  void oneNodeAtATime() {
    database.sql(ONE_NODE_AT_A_TIME).query(rows -> {});
  }

  private static final String UPSERT =
      """
      insert into touchstone.project (key, name, settings, settings_sha256, loaded_at)
      select :key, :name, :settings::jsonb, :sha256, :at
      where not exists (select from touchstone.project p
                        where p.key = :key and p.settings_sha256 = :sha256)
      on conflict (key) do update
      set name = :name, settings = :settings::jsonb, settings_sha256 = :sha256, loaded_at = :at
      """;

  private static final String ADD_SCHEMA =
      """
      insert into touchstone.label_schema (project_key, version, labels, sha256, created_at)
      select :key, coalesce(max(version), 0) + 1, :labels::jsonb, :sha256, :at
      from touchstone.label_schema where project_key = :key
      having coalesce((array_agg(sha256 order by version desc))[1], '') <> :sha256
      """;

  private static final String ADD_GUIDELINE =
      """
      insert into touchstone.guideline (project_key, version, markdown, sha256, created_at)
      select :key, coalesce(max(version), 0) + 1, :markdown, :sha256, :at
      from touchstone.guideline where project_key = :key
      having coalesce((array_agg(sha256 order by version desc))[1], '') <> :sha256
        and (select p.guideline_file_sha256 is distinct from :sha256
             from touchstone.project p where p.key = :key)
      """;

  private static final String NOTE_FILE =
      """
      update touchstone.project set guideline_file_sha256 = :sha256
      where key = :key and guideline_file_sha256 is distinct from :sha256
      """;

  /**
   * Stores what changed; a changed schema or guideline file becomes a new version. A file that says
   * what it said at the last start changes nothing, whatever was written in the product since.
   */
  boolean store(ProjectSettings settings, String guideline) {
    OffsetDateTime at = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    String written = json.write(settings);
    String labels = json.write(settings.labels());
    int changes =
        database
            .sql(UPSERT)
            .param("key", settings.key())
            .param("name", settings.name())
            .param("settings", written)
            .param("sha256", Sha256.hex(written))
            .param("at", at)
            .update();
    changes +=
        database
            .sql(ADD_SCHEMA)
            .param("key", settings.key())
            .param("labels", labels)
            .param("sha256", Sha256.hex(labels))
            .param("at", at)
            .update();
    changes +=
        database
            .sql(ADD_GUIDELINE)
            .param("key", settings.key())
            .param("markdown", guideline)
            .param("sha256", Sha256.hex(guideline))
            .param("at", at)
            .update();
    database
        .sql(NOTE_FILE)
        .param("key", settings.key())
        .param("sha256", Sha256.hex(guideline))
        .update();
    return changes > 0;
  }

  private Project project(ResultSet row, int number) throws SQLException {
    return new Project(
        json.read(row.getString("settings"), ProjectSettings.class),
        json.read(row.getString("labels"), new TypeReference<List<Label>>() {}),
        row.getInt("schema_version"),
        row.getInt("guideline_version"),
        row.getString("markdown"));
  }
}
