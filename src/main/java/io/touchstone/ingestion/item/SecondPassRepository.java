package io.touchstone.ingestion.item;

import io.touchstone.deidentification.FoundStrings.Sought;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.deidentification.operator.DeidentificationRules.Operator;
import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.platform.database.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found in a batch, as keyed hashes, and how far the search for it has come. */
@Repository
public class SecondPassRepository {

  private final JdbcClient database;
  private final Json json;

  SecondPassRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  private static final String REMEMBER =
      """
      insert into touchstone.found_string (batch_id, digest, words, type, operator)
      select :batch, n.digest, n.words, n.type, n.operator
      from unnest(:digests::bigint[], :words::integer[], :types::text[], :operators::text[])
        as n (digest, words, type, operator)
      on conflict do nothing
      """;

  public void remember(String batchId, Map<Long, Sought> found) {
    if (found.isEmpty()) {
      return;
    }
    database
        .sql(REMEMBER)
        .param("batch", batchId)
        .param("digests", found.keySet().toArray(Long[]::new))
        .param("words", found.values().stream().map(Sought::words).toArray(Integer[]::new))
        .param("types", found.values().stream().map(s -> s.type().id()).toArray(String[]::new))
        .param(
            "operators", found.values().stream().map(s -> s.operator().id()).toArray(String[]::new))
        .update();
  }

  private static final String BEGIN =
      """
      insert into touchstone.second_pass (batch_id) values (:batch) on conflict do nothing
      """;

  private static final String MEASURE =
      """
      update touchstone.second_pass
      set lengths = array(select distinct words from touchstone.found_string
                          where batch_id = :batch order by words)
      where batch_id = :batch and lengths is null
      """;

  private static final String LOCK =
      """
      select after_content, lengths, items, masks, finished from touchstone.second_pass
      where batch_id = :batch for update
      """;

  /**
   * How far the search has come.
   *
   * @param afterContent content hash of the last item looked at
   * @param lengths of how many pieces the strings consist that are searched, ascending; empty where
   *     none are
   * @param items that were masked so far
   * @param masks made in them
   */
  public record Progress(
      String afterContent, List<Integer> lengths, int items, int masks, boolean finished) {

    public Progress to(String content, int moreItems, int moreMasks, boolean end) {
      return new Progress(content, lengths, items + moreItems, masks + moreMasks, end);
    }

    public Progress end() {
      return to(afterContent, 0, 0, true);
    }
  }

  public Progress lock(String batchId) {
    database.sql(BEGIN).param("batch", batchId).update();
    database.sql(MEASURE).param("batch", batchId).update();
    return database
        .sql(LOCK)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new Progress(
                    row.getString("after_content"),
                    List.of((Integer[]) row.getArray("lengths").getArray()),
                    row.getInt("items"),
                    row.getInt("masks"),
                    row.getBoolean("finished")))
        .single();
  }

  private static final String ADVANCE =
      """
      update touchstone.second_pass
      set after_content = :after, items = :items, masks = :masks, finished = :finished
      where batch_id = :batch
      """;

  private static final String FORGET =
      """
      delete from touchstone.found_string where batch_id = :batch
      """;

  /** Notes how far the search has come; at its end the hashes go. */
  public void advance(String batchId, Progress progress) {
    database
        .sql(ADVANCE)
        .param("batch", batchId)
        .param("after", progress.afterContent())
        .param("items", progress.items())
        .param("masks", progress.masks())
        .param("finished", progress.finished())
        .update();
    if (progress.finished()) {
      database.sql(FORGET).param("batch", batchId).update();
    }
  }

  private static final String KNOWN =
      """
      select digest, words, type, operator from touchstone.found_string
      where batch_id = :batch and digest = any (:digests)
      """;

  /** Which of the hashes are of strings that are searched. */
  public Map<Long, Sought> known(String batchId, long[] digests) {
    Map<Long, Sought> known = new HashMap<>();
    database
        .sql(KNOWN)
        .param("batch", batchId)
        .param("digests", digests)
        .query(
            row -> {
              known.put(
                  row.getLong("digest"),
                  new Sought(
                      row.getInt("words"),
                      new EntityType(row.getString("type")),
                      Operator.of(row.getString("operator")).orElseThrow()));
            });
    return known;
  }

  /** An item of the batch as it stands, and its sender's id. */
  public record Stored(
      CorrectionRepository.Searched searched, String contentHash, Optional<String> externalId) {

    public CorrectionRepository.Text item() {
      return searched.item();
    }
  }

  private static final String PAGE =
      """
      select id, content_hash, external_id, text, offset_map, asides
      from (select id, content_hash, external_id, text, offset_map, asides,
                   sum(octet_length(text) + octet_length(asides)) over (order by content_hash)
                     - octet_length(text) - octet_length(asides) as bytes_before
            from (select i.id, i.content_hash, i.external_id, i.text, i.offset_map,
                         coalesce(o.asides, '') as asides
                  from touchstone.item i
                  left join touchstone.item_object o on o.item_id = i.id
                  where i.batch_id = :batch and i.content_hash > :after
                  order by i.content_hash limit :rows) page) measured
      where bytes_before < :bytes
      order by content_hash
      """;

  /** The items that follow a content hash, in the order of these, at least one if there is any. */
  public List<Stored> after(String batchId, String contentHash, int rows, long bytes) {
    return database
        .sql(PAGE)
        .param("batch", batchId)
        .param("after", contentHash)
        .param("rows", rows)
        .param("bytes", bytes)
        .query(
            (row, number) ->
                new Stored(
                    new CorrectionRepository.Searched(
                        new CorrectionRepository.Text(
                            row.getString("id"),
                            row.getString("text"),
                            json.read(row.getString("offset_map"), OffsetMap.class)),
                        row.getString("asides")),
                    row.getString("content_hash"),
                    Optional.ofNullable(row.getString("external_id"))))
        .list();
  }

  private static final String ANY_AFTER =
      """
      select exists (
        select from touchstone.item where batch_id = :batch and content_hash > :after)
      """;

  public boolean anyAfter(String batchId, String contentHash) {
    return database
        .sql(ANY_AFTER)
        .param("batch", batchId)
        .param("after", contentHash)
        .query(Boolean.class)
        .single();
  }

  private static final String RENAME =
      """
      update touchstone.item set external_id = :external where id = :id
      """;

  public void rename(String itemId, String externalId) {
    database.sql(RENAME).param("id", itemId).param("external", externalId).update();
  }
}
