package io.touchstone.project.editor;

import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts of projects. */
@Repository
class DraftRepository {

  private final JdbcClient database;
  private final Json json;

  DraftRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  private static final String INSERT =
      """
      insert into touchstone.project_draft
        (project_key, base, content, begun_by, begun_at, edited_by, edited_at)
      values (:key, :base, :content::json, :by, :at, :by, :at)
      """;

  void insert(String key, int base, DraftContent content, String by, Instant at) {
    database
        .sql(INSERT)
        .param("key", key)
        .param("base", base)
        .param("content", json.write(content))
        .param("by", by)
        .param("at", Times.utc(at))
        .update();
  }

  private static final String SELECT =
      """
      select id, project_key, base, content, state, revision, edited_by, edited_at, asked_by, note,
             sent_back
      from touchstone.project_draft where state in ('draft', 'waiting')
      """;

  private static final String ALL = SELECT + " order by project_key";

  List<Draft> open() {
    return database.sql(ALL).query(this::draft).list();
  }

  private static final String FIND = SELECT + " and project_key = :key";

  Optional<Draft> find(String key) {
    return database.sql(FIND).param("key", key).query(this::draft).optional();
  }

  private static final String SAVE =
      """
      update touchstone.project_draft
      set content = :content::json, base = :base, revision = revision + 1, edited_by = :by,
          edited_at = :at
      where id = :id and revision = :revision and state = 'draft'
      """;

  /** Whether nobody changed it in between. */
  boolean save(Draft draft, int base, DraftContent content, String by, Instant at) {
    return database
            .sql(SAVE)
            .param("content", json.write(content))
            .param("base", base)
            .param("by", by)
            .param("at", Times.utc(at))
            .param("id", draft.id())
            .param("revision", draft.revision())
            .update()
        == 1;
  }

  private static final String MOVE =
      """
      update touchstone.project_draft
      set state = :state, asked_by = :asked, note = :note, sent_back = :back
      where id = :id
      """;

  void move(
      Draft draft,
      Draft.State state,
      Optional<String> askedBy,
      Optional<String> note,
      Optional<String> sentBack) {
    database
        .sql(MOVE)
        .param("state", state.id())
        .param("asked", askedBy.orElse(null), Types.VARCHAR)
        .param("note", note.orElse(null), Types.VARCHAR)
        .param("back", sentBack.orElse(null), Types.VARCHAR)
        .param("id", draft.id())
        .update();
  }

  private Draft draft(ResultSet row, int number) throws SQLException {
    return new Draft(
        row.getLong("id"),
        row.getString("project_key"),
        row.getInt("base"),
        json.read(row.getString("content"), DraftContent.class),
        Draft.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("revision"),
        row.getString("edited_by"),
        Times.at(row, "edited_at"),
        Optional.ofNullable(row.getString("asked_by")),
        Optional.ofNullable(row.getString("note")),
        Optional.ofNullable(row.getString("sent_back")));
  }
}
