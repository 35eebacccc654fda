package io.touchstone.ingestion;

import io.touchstone.platform.database.Json;
import io.touchstone.project.Labelling;
import io.touchstone.project.LabellingColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gold items and their answers. */
@Repository
class GoldRepository {

  private final JdbcClient database;
  private final Json json;
  private final LabellingColumns columns;

  GoldRepository(JdbcClient database, Json json, LabellingColumns columns) {
    this.database = database;
    this.json = json;
    this.columns = columns;
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
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .update();
  }

  private static final String STORE_ANSWER =
      """
      insert into touchstone.gold_item (item_id, project_key, label, spans, label_schema_version)
      values (:item, :project, :label, :spans::jsonb, :schema)
      on conflict (item_id) do update
      set label = excluded.label, spans = excluded.spans,
          label_schema_version = excluded.label_schema_version,
          in_use = true
      """;

  void storeAnswer(String projectKey, String itemId, Labelling answer, int labelSchemaVersion) {
    database
        .sql(STORE_ANSWER)
        .param("item", itemId)
        .param("project", projectKey)
        .param("label", columns.label(answer))
        .param("spans", columns.spans(answer))
        .param("schema", labelSchemaVersion)
        .update();
  }

  private static final String RETIRE =
      """
      update touchstone.gold_item set in_use = false where item_id = :item and in_use
      """;

  /** Takes gold that is no longer in the file out of use; its rows stay. */
  void retire(String itemId) {
    database.sql(RETIRE).param("item", itemId).update();
  }

  private static final String STORED =
      """
      select g.item_id, i.text, i.content_hash, i.offset_map, g.label, g.spans,
             g.label_schema_version, g.in_use
      from touchstone.gold_item g join touchstone.item i on i.id = g.item_id
      where g.project_key = :project
      """;

  /** All gold of a project as it is stored, by item id, locking nothing. */
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

  private StoredGold storedGold(ResultSet row) throws SQLException {
    return new StoredGold(
        row.getString("text"),
        row.getString("content_hash"),
        json.read(row.getString("offset_map"), OffsetMap.class),
        columns.read(row).orElseThrow(),
        row.getInt("label_schema_version"),
        row.getBoolean("in_use"));
  }
}
