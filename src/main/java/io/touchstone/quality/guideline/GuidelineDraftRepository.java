package io.touchstone.quality.guideline;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a guideline owner has written and not saved yet. */
@Repository
class GuidelineDraftRepository {

  private final JdbcClient database;
  private final Json json;

  GuidelineDraftRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  /** Whose draft it is, on which round of which batch. */
  record Key(String batchId, int round, String personId) {}

  /**
   * A draft.
   *
   * @param version grows by one with each save
   * @param baseVersion the guideline version that the text began with
   * @param labels ticked so far
   */
  record Draft(int version, int baseVersion, String markdown, String note, List<String> labels) {}

  private static final String FIND =
      """
      select version, base_version, markdown, note, labels from touchstone.guideline_draft
      where batch_id = :batch and round = :round and person_id = :person
      """;

  Optional<Draft> find(Key key) {
    return database
        .sql(FIND)
        .param("batch", key.batchId())
        .param("round", key.round())
        .param("person", key.personId())
        .query(
            (row, number) ->
                new Draft(
                    row.getInt("version"),
                    row.getInt("base_version"),
                    row.getString("markdown"),
                    row.getString("note"),
                    json.read(row.getString("labels"), new TypeReference<List<String>>() {})))
        .optional();
  }

  private static final String SAVE_FIRST =
      """
      insert into touchstone.guideline_draft
        (batch_id, round, person_id, version, base_version, markdown, note, labels, saved_at)
      values (:batch, :round, :person, 1, :base, :markdown, :note, :labels::jsonb, :at)
      on conflict (batch_id, round, person_id) do nothing
      """;

  private static final String SAVE_NEXT =
      """
      update touchstone.guideline_draft
      set version = version + 1, base_version = :base, markdown = :markdown, note = :note,
          labels = :labels::jsonb, saved_at = :at
      where batch_id = :batch and round = :round and person_id = :person and version = :expected
      """;

  /** Whether the stored draft still had the draft's version and is now one further. */
  boolean save(Key key, Draft draft, Instant at) {
    return database
            .sql(draft.version() == 0 ? SAVE_FIRST : SAVE_NEXT)
            .param("batch", key.batchId())
            .param("round", key.round())
            .param("person", key.personId())
            .param("expected", draft.version())
            .param("base", draft.baseVersion())
            .param("markdown", draft.markdown())
            .param("note", draft.note())
            .param("labels", json.write(draft.labels()))
            .param("at", Times.utc(at))
            .update()
        == 1;
  }
}
