package io.touchstone.ingestion.item;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items whose masks are added to after ingestion. */
@Repository
public class CorrectionRepository {

  private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

  private final JdbcClient database;
  private final Json json;

  CorrectionRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  private static final String UNMASKED_ROUNDS =
      """
      select s.round from touchstone.privacy_submission s
      where s.batch_id = :batch and not exists (
        select from touchstone.privacy_masking m
        where m.batch_id = s.batch_id and m.round = s.round)
      order by s.round
      """;

  /** Submitted rounds whose misses have not been masked yet. */
  public List<Integer> unmaskedRounds(String batchId) {
    return database.sql(UNMASKED_ROUNDS).param("batch", batchId).query(Integer.class).list();
  }

  /** An item's text as it stands. */
  public record Text(String itemId, String text, OffsetMap offsets) {}

  /**
   * An item as it is searched.
   *
   * @param asides what its document holds beside the text; empty where it has none
   */
  public record Searched(Text item, String asides) {}

  private static final String TEXTS =
      """
      select id, text, offset_map
      from (select id, text, offset_map,
                   sum(octet_length(text)) over (order by id) - octet_length(text) as bytes_before
            from (select id, text, offset_map from touchstone.item
                  where batch_id = :batch and id > :after
                  order by id limit :limit) page) measured
      where bytes_before < :bytes
      order by id
      """;

  /** Bytes of texts that are held at a time. */
  private static final long PAGE_BYTES = 4L << 20;

  /**
   * The items of the batch that follow an id, in the order of ids: about 4 MiB of texts, at least
   * one item if there is any.
   */
  public List<Text> after(String batchId, String itemId, int limit) {
    return database
        .sql(TEXTS)
        .param("batch", batchId)
        .param("after", itemId)
        .param("limit", limit)
        .param("bytes", PAGE_BYTES)
        .query((row, number) -> text(row))
        .list();
  }

  private Text text(ResultSet row) throws SQLException {
    return new Text(
        row.getString("id"),
        row.getString("text"),
        json.read(row.getString("offset_map"), OffsetMap.class));
  }

  private static final String PAGE =
      """
      select id, text, offset_map, asides
      from (select id, text, offset_map, asides,
                   sum(octet_length(text) + octet_length(asides)) over (order by id)
                     - octet_length(text) - octet_length(asides) as bytes_before
            from (select i.id, i.text, i.offset_map, coalesce(o.asides, '') as asides
                  from touchstone.item i
                  left join touchstone.item_object o on o.item_id = i.id
                  where i.batch_id = :batch and i.id > :after
                  order by i.id limit :rows) page) measured
      where bytes_before < :bytes
      order by id
      """;

  /** The items of the batch that follow an id, in the order of ids, at least one if any does. */
  public List<Searched> searchedAfter(String batchId, String itemId, int rows, long bytes) {
    return database
        .sql(PAGE)
        .param("batch", batchId)
        .param("after", itemId)
        .param("rows", rows)
        .param("bytes", bytes)
        .query((row, number) -> new Searched(text(row), row.getString("asides")))
        .list();
  }

  private static final String REPLACE =
      """
      update touchstone.item set text = :text, offset_map = :offsets::jsonb where id = :id
      """;

  private static final String FINDINGS =
      """
      select findings from touchstone.manifest_entry where item_id = :id for update
      """;

  private static final String COUNT =
      """
      update touchstone.manifest_entry
      set findings = :findings::jsonb, corrected = corrected + :corrected,
          found_again = found_again + :again
      where item_id = :id
      """;

  /** Why an item gets further masks. */
  public enum Cause {
    /** A privacy officer's review found something missed. */
    CORRECTED,
    /** What was found elsewhere in the batch stands there as well. */
    FOUND_AGAIN
  }

  /**
   * Replaces an item's text and counts the new masks in its manifest entry.
   *
   * @param added number of masks per type
   */
  public void replace(Text corrected, Map<String, Integer> added, Cause cause) {
    int masks = added.values().stream().mapToInt(Integer::intValue).sum();
    database
        .sql(REPLACE)
        .param("text", corrected.text())
        .param("offsets", json.write(corrected.offsets()))
        .param("id", corrected.itemId())
        .update();
    String stored =
        database.sql(FINDINGS).param("id", corrected.itemId()).query(String.class).single();
    Map<String, Integer> findings = new HashMap<>(json.read(stored, COUNTS));
    added.forEach((type, count) -> findings.merge(type, count, Integer::sum));
    database
        .sql(COUNT)
        .param("findings", json.write(findings))
        .param("corrected", cause == Cause.CORRECTED ? masks : 0)
        .param("again", cause == Cause.FOUND_AGAIN ? masks : 0)
        .param("id", corrected.itemId())
        .update();
  }

  private static final String NOTE =
      """
      insert into touchstone.privacy_correction (batch_id, round, item_id, seen, found_again)
      values (:batch, :round, :item, :seen, :again)
      on conflict (batch_id, round, item_id) do nothing
      """;

  /** One line an item: what was marked in a picture is counted with the text read from it. */
  public void note(String batchId, int round, String itemId, int seen, int foundAgain) {
    database
        .sql(NOTE)
        .param("batch", batchId)
        .param("round", round)
        .param("item", itemId)
        .param("seen", seen)
        .param("again", foundAgain)
        .update();
  }

  private static final String MASKED =
      """
      insert into touchstone.privacy_masking (batch_id, round, items, masks, created_at)
      values (:batch, :round, :items, :masks, :at)
      """;

  public void masked(String batchId, int round, int items, int masks, Instant at) {
    database
        .sql(MASKED)
        .param("batch", batchId)
        .param("round", round)
        .param("items", items)
        .param("masks", masks)
        .param("at", Times.utc(at))
        .update();
  }
}
