package io.touchstone.ingestion;

import io.touchstone.ingestion.FoundStrings.Sought;
import io.touchstone.ingestion.recogniser.EntityType;
import io.touchstone.platform.database.Json;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found in a batch, as keyed hashes, and how far the search for it has come. */
@Repository
class SecondPassRepository {

  private final JdbcClient database;
  private final Json json;

  SecondPassRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  private static final String REMEMBER =
      """
      insert into touchstone.found_string (batch_id, digest, words, type)
      select :batch, n.digest, n.words, n.type
      from unnest(:digests::bigint[], :words::integer[], :types::text[]) as n (digest, words, type)
      on conflict do nothing
      """;

  void remember(String batchId, Map<Long, Sought> found) {
    if (found.isEmpty()) {
      return;
    }
    database
        .sql(REMEMBER)
        .param("batch", batchId)
        .param("digests", found.keySet().toArray(Long[]::new))
        .param("words", found.values().stream().map(Sought::words).toArray(Integer[]::new))
        .param("types", found.values().stream().map(s -> s.type().id()).toArray(String[]::new))
        .update();
  }

  private static final String BEGIN =
      """
      insert into touchstone.second_pass (batch_id) values (:batch) on conflict do nothing
      """;

  private static final String LOCK =
      """
      select after_item, items, masks, finished from touchstone.second_pass
      where batch_id = :batch for update
      """;

  /** The last item looked at, and what was masked so far. */
  record Progress(String afterItem, int items, int masks, boolean finished) {}

  Progress lock(String batchId) {
    database.sql(BEGIN).param("batch", batchId).update();
    return database
        .sql(LOCK)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new Progress(
                    row.getString("after_item"),
                    row.getInt("items"),
                    row.getInt("masks"),
                    row.getBoolean("finished")))
        .single();
  }

  private static final String ADVANCE =
      """
      update touchstone.second_pass
      set after_item = :after, items = :items, masks = :masks, finished = :finished
      where batch_id = :batch
      """;

  private static final String FORGET =
      """
      delete from touchstone.found_string where batch_id = :batch
      """;

  /** Notes how far the search has come; at its end the hashes go. */
  void advance(String batchId, Progress progress) {
    database
        .sql(ADVANCE)
        .param("batch", batchId)
        .param("after", progress.afterItem())
        .param("items", progress.items())
        .param("masks", progress.masks())
        .param("finished", progress.finished())
        .update();
    if (progress.finished()) {
      database.sql(FORGET).param("batch", batchId).update();
    }
  }

  private static final String LENGTHS =
      """
      select distinct words from touchstone.found_string where batch_id = :batch order by words
      """;

  /** How many pieces the strings consist of that are searched; empty where none are. */
  List<Integer> lengths(String batchId) {
    return database.sql(LENGTHS).param("batch", batchId).query(Integer.class).list();
  }

  private static final String KNOWN =
      """
      select digest, words, type from touchstone.found_string
      where batch_id = :batch and digest = any (:digests)
      """;

  /** Which of the hashes are of strings that are searched. */
  Map<Long, Sought> known(String batchId, Collection<Long> digests) {
    Map<Long, Sought> known = new HashMap<>();
    database
        .sql(KNOWN)
        .param("batch", batchId)
        .param("digests", digests.toArray(Long[]::new))
        .query(
            row -> {
              known.put(
                  row.getLong("digest"),
                  new Sought(row.getInt("words"), new EntityType(row.getString("type"))));
            });
    return known;
  }

  /** An item of the batch, its sender's id and its text as it stands. */
  record Stored(CorrectionRepository.Text item, Optional<String> externalId) {}

  private static final String PAGE =
      """
      select id, external_id, text, offset_map
      from (select id, external_id, text, offset_map,
                   sum(octet_length(text)) over (order by id) - octet_length(text) as bytes_before
            from (select id, external_id, text, offset_map from touchstone.item
                  where batch_id = :batch and id > :after
                  order by id limit :rows) page) measured
      where bytes_before < :bytes
      order by id
      """;

  /** The items that follow an id, in the order of ids, at least one if there is any. */
  List<Stored> after(String batchId, String itemId, int rows, long bytes) {
    return database
        .sql(PAGE)
        .param("batch", batchId)
        .param("after", itemId)
        .param("rows", rows)
        .param("bytes", bytes)
        .query(
            (row, number) ->
                new Stored(
                    new CorrectionRepository.Text(
                        row.getString("id"),
                        row.getString("text"),
                        json.read(row.getString("offset_map"), OffsetMap.class)),
                    Optional.ofNullable(row.getString("external_id"))))
        .list();
  }

  private static final String ANY_AFTER =
      """
      select exists (select from touchstone.item where batch_id = :batch and id > :after)
      """;

  boolean anyAfter(String batchId, String itemId) {
    return database
        .sql(ANY_AFTER)
        .param("batch", batchId)
        .param("after", itemId)
        .query(Boolean.class)
        .single();
  }

  private static final String RENAME =
      """
      update touchstone.item set external_id = :external where id = :id
      """;

  void rename(String itemId, String externalId) {
    database.sql(RENAME).param("id", itemId).param("external", externalId).update();
  }
}
