package io.touchstone.project;

import io.touchstone.platform.crypto.Sha256;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes versions of projects, and remembers what their folders said. */
@Repository
public class ProjectVersionRepository {

  private final JdbcClient database;
  private final Json json;
  private final Clock clock;

  ProjectVersionRepository(JdbcClient database, Json json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  /**
   * What is known of a project's folder, and whose the newest versions are.
   *
   * @param settings what the folder said when it was read last; empty for a project without one
   * @param guidelineSha256 the same of its guideline
   * @param goldSha256 the same of its gold; empty, too, where it was read before this was noted
   * @param settingsByProduct whether the newest version of the settings was made in the product
   * @param guidelineByProduct the same of the guideline
   */
  public record FolderState(
      Optional<ProjectSettings> settings,
      Optional<String> guidelineSha256,
      Optional<String> goldSha256,
      boolean settingsByProduct,
      boolean guidelineByProduct) {}

  private static final String FOLDER =
      """
      select p.file_settings, p.guideline_file_sha256, p.gold_file_sha256,
             (select v.origin = 'product' from touchstone.project_version v
              where v.project_key = p.key order by v.version desc limit 1) as settings_by_product,
             (select g.origin = 'product' from touchstone.guideline g
              where g.project_key = p.key order by g.version desc limit 1) as guideline_by_product
      from touchstone.project p where p.key = :key
      """;

  /** What is known of the folder of a project that exists. */
  public FolderState folder(String key) {
    return database
        .sql(FOLDER)
        .param("key", key)
        .query(
            (row, number) ->
                new FolderState(
                    Optional.ofNullable(row.getString("file_settings"))
                        .map(stored -> json.read(stored, ProjectSettings.class)),
                    Optional.ofNullable(row.getString("guideline_file_sha256")),
                    Optional.ofNullable(row.getString("gold_file_sha256")),
                    row.getBoolean("settings_by_product"),
                    row.getBoolean("guideline_by_product")))
        .single();
  }

  /** As it will be read back. */
  public ProjectSettings stored(ProjectSettings settings) {
    return json.read(json.write(settings), ProjectSettings.class);
  }

  private static final String ADD_PROJECT =
      """
      insert into touchstone.project (key, name, loaded_at) values (:key, :name, :at)
      on conflict (key) do update set name = excluded.name
      """;

  private static final String ADD_SCHEMA =
      """
      insert into touchstone.label_schema (project_key, version, labels, sha256, created_at)
      select :key, coalesce(max(version), 0) + 1, :labels::jsonb, :sha256, :at
      from touchstone.label_schema where project_key = :key
      having coalesce((array_agg(sha256 order by version desc))[1], '') <> :sha256
      """;

  private static final String ADD_VERSION =
      """
      insert into touchstone.project_version
        (project_key, version, settings, sha256, label_schema_version, origin, made_by, made_at,
         note, approved_by)
      select :key,
             (select coalesce(max(version), 0) + 1 from touchstone.project_version
              where project_key = :key),
             :settings::jsonb, :sha256, max(version), :origin, :by, :at, :note, :approved
      from touchstone.label_schema where project_key = :key
      """;

  /** Makes a version, of the labels too where they are others. */
  public void addVersion(ProjectSettings settings, Maker maker) {
    String written = json.write(settings);
    String labels = json.write(settings.labels());
    database
        .sql(ADD_PROJECT)
        .param("key", settings.key())
        .param("name", settings.name())
        .param("at", Times.utc(clock.instant()))
        .update();
    database
        .sql(ADD_SCHEMA)
        .param("key", settings.key())
        .param("labels", labels)
        .param("sha256", Sha256.hex(labels))
        .param("at", Times.utc(clock.instant()))
        .update();
    database
        .sql(ADD_VERSION)
        .param("key", settings.key())
        .param("settings", written)
        .param("sha256", Sha256.hex(written))
        .param("origin", maker.origin())
        .param("by", maker.by())
        .param("at", Times.utc(clock.instant()))
        .param("note", maker.note().orElse(null), Types.VARCHAR)
        .param("approved", maker.approvedBy().orElse(null), Types.VARCHAR)
        .update();
  }

  /**
   * Who makes a version.
   *
   * @param origin file or product
   * @param by a user id, or the system
   * @param note what changed
   * @param approvedBy the second person
   */
  public record Maker(
      String origin, String by, Optional<String> note, Optional<String> approvedBy) {}

  private static final String ADD_GUIDELINE =
      """
      insert into touchstone.guideline (project_key, version, markdown, sha256, created_at)
      select :key, coalesce(max(version), 0) + 1, :markdown, :sha256, :at
      from touchstone.guideline where project_key = :key
      """;

  /** Makes a version of the guideline that a folder brings. */
  public void addGuideline(String key, String markdown) {
    database
        .sql(ADD_GUIDELINE)
        .param("key", key)
        .param("markdown", markdown)
        .param("sha256", Sha256.hex(markdown))
        .param("at", Times.utc(clock.instant()))
        .update();
  }

  private static final String NOTE_SETTINGS =
      """
      update touchstone.project set file_settings = :settings::jsonb where key = :key
      """;

  /** The settings that the folder says now. */
  public void noteFile(ProjectSettings settings) {
    database
        .sql(NOTE_SETTINGS)
        .param("key", settings.key())
        .param("settings", json.write(settings))
        .update();
  }

  private static final String NOTE_GUIDELINE =
      """
      update touchstone.project set guideline_file_sha256 = :sha256
      where key = :key and guideline_file_sha256 is distinct from :sha256
      """;

  /** The guideline that the folder says now. */
  public void noteGuidelineFile(String key, String markdown) {
    database.sql(NOTE_GUIDELINE).param("key", key).param("sha256", Sha256.hex(markdown)).update();
  }

  private static final String NOTE_GOLD =
      """
      update touchstone.project set gold_file_sha256 = :sha256
      where key = :key and gold_file_sha256 is distinct from :sha256
      """;

  /** The gold that the folder says now. */
  public void noteGoldFile(String key, String sha256) {
    database.sql(NOTE_GOLD).param("key", key).param("sha256", sha256).update();
  }

  /**
   * One version in a list.
   *
   * @param origin file or product
   */
  public record VersionEntry(
      int version,
      String origin,
      String madeBy,
      Instant madeAt,
      Optional<String> note,
      Optional<String> approvedBy,
      int labelSchemaVersion) {}

  private static final String VERSIONS =
      """
      select version, origin, made_by, made_at, note, approved_by, label_schema_version
      from touchstone.project_version where project_key = :key order by version desc
      """;

  /** The versions of a project, newest first. */
  public List<VersionEntry> versions(String key) {
    return database
        .sql(VERSIONS)
        .param("key", key)
        .query(
            (row, number) ->
                new VersionEntry(
                    row.getInt("version"),
                    row.getString("origin"),
                    row.getString("made_by"),
                    Times.at(row, "made_at"),
                    Optional.ofNullable(row.getString("note")),
                    Optional.ofNullable(row.getString("approved_by")),
                    row.getInt("label_schema_version")))
        .list();
  }
}
