package io.touchstone.ingestion.gold;

import io.touchstone.answer.Answer;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.ingestion.item.NewItem;
import io.touchstone.platform.crypto.Sha256;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import io.touchstone.project.GoldSink.GoldLine;
import io.touchstone.project.StoredAnswers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gold items and their answers. */
@Repository
class GoldRepository {

  private final JdbcClient database;
  private final Json json;
  private final StoredAnswers answers;

  GoldRepository(JdbcClient database, Json json, StoredAnswers answers) {
    this.database = database;
    this.json = json;
    this.answers = answers;
  }

  private static final String STORE_ITEM =
      """
      insert into touchstone.item
        (id, project_key, external_id, text, content_hash, offset_map, created_at)
      values (:id, :project, :externalId, :text, :hash, :offsets::jsonb, :at)
      on conflict (id) do update
      set text = excluded.text, content_hash = excluded.content_hash,
          offset_map = excluded.offset_map
      """;

  void storeItem(String projectKey, NewItem item, Instant at) {
    database
        .sql(STORE_ITEM)
        .param("id", item.id())
        .param("project", projectKey)
        .param("externalId", item.externalId().orElse(null))
        .param("text", item.text())
        .param("hash", item.contentHash())
        .param("offsets", json.write(item.offsets()))
        .param("at", Times.utc(at))
        .update();
  }

  private static final String STORE_ANSWER =
      """
      insert into touchstone.gold_item (item_id, project_key, answers, label_schema_version)
      values (:item, :project, :answers::jsonb, :schema)
      on conflict (item_id) do update
      set answers = excluded.answers,
          label_schema_version = excluded.label_schema_version,
          in_use = true, retired = null, retired_at = null, because = null, origin = 'file',
          file_line = null
      where gold_item.answers <> excluded.answers
        or gold_item.label_schema_version <> excluded.label_schema_version and gold_item.in_use
        or gold_item.retired = 'left-file' or gold_item.origin = 'product'
      """;

  /**
   * Stores the answer of an item in the file. What people dispute stays out of use until its answer
   * in the file changes.
   */
  void storeAnswer(String projectKey, String itemId, Answer answer, int labelSchemaVersion) {
    database
        .sql(STORE_ANSWER)
        .param("item", itemId)
        .param("project", projectKey)
        .param("answers", answers.write(answer))
        .param("schema", labelSchemaVersion)
        .update();
  }

  private static final String LEAVE =
      """
      update touchstone.gold_item
      set in_use = false, retired = 'left-file', retired_at = :at,
          because = 'It is no longer in the file gold.jsonl.'
      where item_id = :item and in_use
      """;

  /** Takes gold that is no longer in the file out of use; its rows stay. */
  void leave(String itemId, Instant at) {
    database.sql(LEAVE).param("item", itemId).param("at", Times.utc(at)).update();
  }

  private static final String STORED =
      """
      select g.item_id, i.text, i.content_hash, i.offset_map,
             touchstone.answers_on(g.answers, i.text) as answers,
             g.label_schema_version, g.in_use or g.retired = 'disputed' as in_file
      from touchstone.gold_item g join touchstone.item i on i.id = g.item_id
      where g.project_key = :project and g.origin = 'file'
      """;

  /**
   * All gold of a project's file as it is stored, by item id, locking nothing. What people dispute
   * counts as in use: it is in the file, and stays out of use until its answer there changes.
   */
  Map<String, StoredGold> stored(String projectKey) {
    Map<String, StoredGold> stored = new HashMap<>();
    database
        .sql(STORED)
        .param("project", projectKey)
        .query(
            (ResultSet row) -> {
              stored.put(row.getString("item_id"), storedGold(row));
            });
    return stored;
  }

  private static final String HELD =
      """
      select g.item_id, i.content_hash, touchstone.answers_on(g.answers, i.text) as answers,
             g.file_line
      from touchstone.gold_item g join touchstone.item i on i.id = g.item_id
      where g.project_key = :project and g.origin = 'product'
      """;

  /** By item id, what is no longer the file's. */
  Map<String, HeldGold> heldByProduct(String projectKey) {
    Map<String, HeldGold> held = new HashMap<>();
    database
        .sql(HELD)
        .param("project", projectKey)
        .query(
            (ResultSet row) -> {
              held.put(
                  row.getString("item_id"),
                  new HeldGold(
                      line(row.getString("content_hash"), answers.read(row)),
                      Optional.ofNullable(row.getString("file_line"))));
            });
    return held;
  }

  private static final String PRESENT =
      """
      select g.item_id, i.external_id, i.text, i.content_hash,
             touchstone.answers_on(g.answers, i.text) as answers
      from touchstone.gold_item g join touchstone.item i on i.id = g.item_id
      where g.project_key = :project and g.in_use and g.origin in ('file', 'product')
        and i.external_id is not null
      order by i.external_id collate "C", g.item_id desc
      """;

  /** By its id in the file, what is in use of a project's gold beside what was promoted. */
  Map<String, ProductGold.Present> present(String projectKey) {
    Map<String, ProductGold.Present> present = new LinkedHashMap<>();
    database
        .sql(PRESENT)
        .param("project", projectKey)
        .query(
            (ResultSet row) -> {
              String id = row.getString("external_id");
              Answer answer = answers.read(row).orElseThrow();
              present.put(
                  id,
                  new ProductGold.Present(
                      row.getString("item_id"),
                      new GoldLine(present.size() + 1, id, row.getString("text"), answer),
                      line(row.getString("content_hash"), Optional.of(answer))));
            });
    return present;
  }

  private static final String STORE_MADE =
      """
      insert into touchstone.gold_item
        (item_id, project_key, answers, label_schema_version, origin, file_line)
      values (:item, :project, :answers::jsonb, :schema, 'product', :line)
      on conflict (item_id) do update
      set answers = excluded.answers,
          label_schema_version = excluded.label_schema_version, in_use = true, retired = null,
          retired_at = null, because = null,
          file_line = case gold_item.origin when 'file' then excluded.file_line
                      else gold_item.file_line end,
          origin = 'product'
      """;

  /**
   * Stores an answer that somebody gave in the product.
   *
   * @param line what was said under its id before
   */
  void storeMade(
      String projectKey,
      String itemId,
      Answer answer,
      int labelSchemaVersion,
      Optional<String> line) {
    database
        .sql(STORE_MADE)
        .param("item", itemId)
        .param("project", projectKey)
        .param("answers", answers.write(answer))
        .param("schema", labelSchemaVersion)
        .param("line", line.orElse(null), Types.VARCHAR)
        .update();
  }

  private static final String ANSWERED_UNDER =
      """
      update touchstone.gold_item set label_schema_version = :schema
      where item_id = :item and label_schema_version <> :schema
      """;

  /** A newer label schema knows the answer, too. */
  void answeredUnder(String itemId, int labelSchemaVersion) {
    database.sql(ANSWERED_UNDER).param("item", itemId).param("schema", labelSchemaVersion).update();
  }

  private static final String TAKE_OUT =
      """
      update touchstone.gold_item
      set in_use = false, retired = 'taken-out', retired_at = :at,
          because = 'Somebody took it out.',
          file_line = case origin when 'file' then :line else file_line end, origin = 'product'
      where item_id = :item and in_use
      """;

  /** Takes gold out of use that somebody no longer wants; its rows stay. */
  void takeOut(String itemId, String line, Instant at) {
    database
        .sql(TAKE_OUT)
        .param("item", itemId)
        .param("line", line)
        .param("at", Times.utc(at))
        .update();
  }

  /** What a line says, to be compared; an answer that cannot be given is none. */
  String line(NewItem item, Optional<Answer> answer) {
    return line(item.contentHash(), answer);
  }

  private String line(String contentHash, Optional<Answer> answer) {
    return Sha256.hex(
        contentHash
            + answer
                .map(Answer::json)
                .map(said -> said.isTextual() ? said.textValue() : said.toString())
                .orElse(""));
  }

  private StoredGold storedGold(ResultSet row) throws SQLException {
    return new StoredGold(
        row.getString("text"),
        row.getString("content_hash"),
        json.read(row.getString("offset_map"), OffsetMap.class),
        answers.read(row).orElseThrow(),
        row.getInt("label_schema_version"),
        row.getBoolean("in_file"));
  }

  private static final String RETIRE =
      """
      update touchstone.gold_item
      set in_use = false, retired = 'disputed', retired_at = :at, because = :because
      where item_id = :item and in_use
      """;

  void retire(String itemId, String because, Instant at) {
    database
        .sql(RETIRE)
        .param("item", itemId)
        .param("because", because)
        .param("at", Times.utc(at))
        .update();
  }

  private static final String COPY_ITEM =
      """
      insert into touchstone.item
        (id, project_key, external_id, text, content_hash, offset_map, created_at)
      select :copy, project_key, :copy, text, :hash, offset_map, :at
      from touchstone.item where id = :item
      on conflict (id) do nothing
      """;

  /** Copies an item's text; the copy has no batch and no name of the sender's. */
  void copyItem(String itemId, String copyId, String contentHash, Instant at) {
    database
        .sql(COPY_ITEM)
        .param("item", itemId)
        .param("copy", copyId)
        .param("hash", contentHash)
        .param("at", Times.utc(at))
        .update();
  }

  private static final String STORE_PROMOTED =
      """
      insert into touchstone.gold_item
        (item_id, project_key, answers, label_schema_version, origin)
      values (:item, :project, :answers::jsonb, :schema, 'promoted')
      """;

  void storePromoted(String projectKey, String itemId, Answer answer, int labelSchemaVersion) {
    database
        .sql(STORE_PROMOTED)
        .param("item", itemId)
        .param("project", projectKey)
        .param("answers", answers.write(answer))
        .param("schema", labelSchemaVersion)
        .update();
  }
}
