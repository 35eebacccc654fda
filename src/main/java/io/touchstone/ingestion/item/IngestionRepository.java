package io.touchstone.ingestion.item;

import io.touchstone.ingestion.row.RowPosition;
import io.touchstone.ingestion.row.SourceFormat;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sources, items and manifest entries of a batch under ingestion. */
@Repository
public class IngestionRepository {

  private final JdbcClient database;
  private final Json json;

  IngestionRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  /** A source that is not read to its end, and where its next chunk begins. */
  public record OpenSource(SourceObject source, RowPosition next) {}

  /** What the reader remembers between chunks. */
  record ReaderState(Optional<String> header, long brokenUntil) {}

  private static final String LOCK_NEXT_SOURCE =
      """
      select id, batch_id, position, media_type, bytes, digest, delivery_digest, rows,
             inner_archives, next_offset, next_row, reader_state
      from touchstone.source_object
      where batch_id = :batch and not finished
      order by position
      limit 1
      for update
      """;

  public Optional<OpenSource> lockNextSource(String batchId) {
    return database
        .sql(LOCK_NEXT_SOURCE)
        .param("batch", batchId)
        .query((row, number) -> openSource(row))
        .optional();
  }

  private OpenSource openSource(ResultSet row) throws SQLException {
    SourceObject source =
        new SourceObject(
            row.getString("id"),
            row.getString("batch_id"),
            row.getInt("position"),
            SourceFormat.ofMediaType(row.getString("media_type")).orElseThrow(),
            row.getLong("bytes"),
            row.getString("digest"),
            Optional.ofNullable(row.getString("delivery_digest")),
            row.getLong("rows"),
            ArchiveLayout.of((Long[]) row.getArray("inner_archives").getArray()));
    String stored = row.getString("reader_state");
    ReaderState state =
        stored.equals("{}")
            ? new ReaderState(Optional.empty(), 0)
            : json.read(stored, ReaderState.class);
    return new OpenSource(
        source,
        new RowPosition(
            row.getLong("next_offset"),
            row.getLong("next_row"),
            state.header(),
            state.brokenUntil()));
  }

  private static final String ADVANCE =
      """
      update touchstone.source_object
      set next_offset = :offset, next_row = :row, reader_state = :state::jsonb,
          finished = :finished
      where id = :id
      """;

  public void advance(SourceObject source, RowPosition next, boolean finished) {
    database
        .sql(ADVANCE)
        .param("offset", next.offset())
        .param("row", next.line())
        .param("state", json.write(new ReaderState(next.header(), next.brokenUntil())))
        .param("finished", finished)
        .param("id", source.id())
        .update();
  }

  private static final String HAS_OPEN_SOURCE =
      """
      select exists (
        select from touchstone.source_object where batch_id = :batch and not finished)
      """;

  public boolean hasOpenSource(String batchId) {
    return database.sql(HAS_OPEN_SOURCE).param("batch", batchId).query(Boolean.class).single();
  }

  private static final String ROWS_BY_CONTENT =
      """
      select i.content_hash, m.source_id || ':' || m.row_number as reference
      from touchstone.item i
      join touchstone.manifest_entry m on m.item_id = i.id
      where i.batch_id = :batch and i.content_hash = any (:hashes)
      """;

  /** References of the rows that became items with one of these texts, by content hash. */
  public Map<String, String> rowsByContent(String batchId, List<String> hashes) {
    Map<String, String> rows = new HashMap<>();
    database
        .sql(ROWS_BY_CONTENT)
        .param("batch", batchId)
        .param("hashes", hashes.toArray(String[]::new))
        .query(
            row -> {
              rows.put(row.getString("content_hash"), row.getString("reference"));
            });
    return rows;
  }

  private static final String INSERT_ITEMS =
      """
      insert into touchstone.item
        (id, batch_id, project_key, external_id, text, content_hash, offset_map, created_at)
      select n.id, :batch, :project, n.external_id, n.text, n.content_hash, n.offsets::jsonb, :at
      from unnest(:ids::text[], :externalIds::text[], :texts::text[], :hashes::text[],
                  :offsets::text[]) as n (id, external_id, text, content_hash, offsets)
      """;

  public void insertItems(String batchId, String projectKey, List<NewItem> items, Instant at) {
    database
        .sql(INSERT_ITEMS)
        .param("batch", batchId)
        .param("project", projectKey)
        .param("at", Times.utc(at))
        .param("ids", column(items, NewItem::id))
        .param("externalIds", column(items, item -> item.externalId().orElse(null)))
        .param("texts", column(items, NewItem::text))
        .param("hashes", column(items, NewItem::contentHash))
        .param("offsets", column(items, item -> json.write(item.offsets())))
        .update();
  }

  private static final String INSERT_ENTRIES =
      """
      insert into touchstone.manifest_entry
        (batch_id, source_id, row_number, status, reason, sentence, item_id, duplicate_of,
         findings, policy_sha256, created_at)
      select :batch, n.source, n.row::bigint, n.status, n.reason, n.sentence, n.item, n.duplicate,
             n.findings::jsonb, n.policy, :at
      from unnest(:sources::text[], :rows::text[], :statuses::text[], :reasons::text[],
                  :sentences::text[], :items::text[], :duplicates::text[], :findings::text[],
                  :policies::text[])
        as n (source, row, status, reason, sentence, item, duplicate, findings, policy)
      """;

  public void insertEntries(String batchId, List<ManifestEntry> entries, Instant at) {
    database
        .sql(INSERT_ENTRIES)
        .param("batch", batchId)
        .param("at", Times.utc(at))
        .param("sources", column(entries, ManifestEntry::sourceId))
        .param("rows", column(entries, entry -> String.valueOf(entry.row())))
        .param("statuses", column(entries, entry -> entry.status().name().toLowerCase(Locale.ROOT)))
        .param("reasons", column(entries, entry -> entry.reason().orElse(null)))
        .param("sentences", column(entries, entry -> entry.sentence().orElse(null)))
        .param("items", column(entries, entry -> entry.itemId().orElse(null)))
        .param("duplicates", column(entries, entry -> entry.duplicateOf().orElse(null)))
        .param("findings", column(entries, entry -> json.write(entry.findings())))
        .param("policies", column(entries, ManifestEntry::policySha256))
        .update();
  }

  private static final String RECONCILE =
      """
      with entries as (
        select count(*) as entries,
               count(*) filter (where status = 'ok') as ok,
               count(*) filter (where status = 'rejected') as rejected,
               count(*) filter (where status = 'duplicate') as duplicate,
               count(*) filter (where status = 'quarantined') as quarantined,
               count(item_id) as with_item
        from touchstone.manifest_entry where batch_id = :batch),
      sources as (
        select coalesce(sum(rows), 0) as received,
               count(*) filter (where not finished) as unfinished
        from touchstone.source_object where batch_id = :batch),
      items as (
        select count(*) as items from touchstone.item where batch_id = :batch)
      select received, ok, rejected, duplicate, quarantined,
             abs(received - ok - rejected - duplicate - quarantined)
               + (entries - ok - rejected - duplicate - quarantined)
               + abs(ok - with_item) + abs(ok - items) + unfinished as unreconciled
      from entries, sources, items
      """;

  public Reconciliation reconcile(String batchId) {
    return database
        .sql(RECONCILE)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new Reconciliation(
                    row.getLong("received"),
                    row.getLong("ok"),
                    row.getLong("rejected"),
                    row.getLong("duplicate"),
                    row.getLong("quarantined"),
                    row.getLong("unreconciled")))
        .single();
  }

  private static <T> String[] column(List<T> rows, Function<T, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }
}
