package io.touchstone.ingestion;

import io.touchstone.platform.database.Json;
import io.touchstone.project.Labelling;
import io.touchstone.project.LabellingColumns;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
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
      where item.content_hash <> excluded.content_hash or item.text <> excluded.text
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

  private static final String RETIRE_OTHERS =
      """
      update touchstone.gold_item set in_use = false
      where project_key = :project and in_use and item_id <> all (:kept::text[])
      """;

  /** Takes gold that is no longer in the file out of use; its rows stay. */
  void retireOthers(String projectKey, Collection<String> keptItemIds) {
    database
        .sql(RETIRE_OTHERS)
        .param("project", projectKey)
        .param("kept", keptItemIds.toArray(String[]::new))
        .update();
  }
}
