package io.touchstone.assist;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Suggestions as they came. */
@Repository
class SuggestionRepository {

  private static final int ROWS_AT_A_TIME = 10_000;

  private final JdbcClient database;

  SuggestionRepository(JdbcClient database) {
    this.database = database;
  }

  /** A suggestion about to be stored. */
  record Ranked(String itemId, int rank, Suggestion suggestion) {}

  private static final String INSERT =
      """
      insert into touchstone.suggestion
        (batch_id, item_id, rank, label, score, model, version, created_at)
      select :batch, n.item, n.rank, n.label, n.score, n.model, n.version, :at
      from unnest(:items::text[], :ranks::integer[], :labels::text[], :scores::double precision[],
                  :models::text[], :versions::text[])
        as n (item, rank, label, score, model, version)
      """;

  void insert(String batchId, List<Ranked> all, Instant at) {
    for (int from = 0; from < all.size(); from += ROWS_AT_A_TIME) {
      List<Ranked> rows = all.subList(from, Math.min(all.size(), from + ROWS_AT_A_TIME));
      database
          .sql(INSERT)
          .param("batch", batchId)
          .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
          .param("items", rows.stream().map(Ranked::itemId).toArray(String[]::new))
          .param("ranks", rows.stream().map(Ranked::rank).toArray(Integer[]::new))
          .param("labels", rows.stream().map(r -> r.suggestion().label()).toArray(String[]::new))
          .param("scores", rows.stream().map(r -> r.suggestion().score()).toArray(Double[]::new))
          .param("models", rows.stream().map(r -> r.suggestion().model()).toArray(String[]::new))
          .param(
              "versions", rows.stream().map(r -> r.suggestion().version()).toArray(String[]::new))
          .update();
    }
  }

  /**
   * What the model is surest of for an item.
   *
   * @param runnerUp label that comes second; empty where there is none or it is the same
   */
  record First(long suggestionId, String label, Optional<String> runnerUp) {}

  private static final String FIRST =
      """
      select item_id, id, label, nullif(runner_up, label) as runner_up
      from (select item_id, id, label, rank,
                   lead(label) over (partition by item_id order by rank) as runner_up
            from touchstone.suggestion where batch_id = :batch) ranked
      where rank = 1
      """;

  /** By item; empty for a batch without suggestions. */
  Map<String, First> firstOfEach(String batchId) {
    Map<String, First> first = new HashMap<>();
    database
        .sql(FIRST)
        .param("batch", batchId)
        .query(
            row -> {
              first.put(
                  row.getString("item_id"),
                  new First(
                      row.getLong("id"),
                      row.getString("label"),
                      Optional.ofNullable(row.getString("runner_up"))));
            });
    return first;
  }

  private static final String ITEMS =
      """
      select count(*) from touchstone.item where batch_id = :batch
      """;

  long items(String batchId) {
    return database.sql(ITEMS).param("batch", batchId).query(Long.class).single();
  }

  private static final String ITEMS_OF_SENDER =
      """
      select external_id, id from touchstone.item
      where batch_id = :batch and external_id = any (:names)
      """;

  /** Items of the batch by the sender's id; a sender may have used an id twice. */
  Map<String, List<String>> itemsByExternalId(String batchId, Set<String> externalIds) {
    Map<String, List<String>> items = new HashMap<>();
    database
        .sql(ITEMS_OF_SENDER)
        .param("batch", batchId)
        .param("names", externalIds.toArray(String[]::new))
        .query(
            row -> {
              items
                  .computeIfAbsent(row.getString("external_id"), id -> new ArrayList<>())
                  .add(row.getString("id"));
            });
    return items;
  }

  private static final String WITH_SUGGESTION =
      """
      select distinct item_id from touchstone.suggestion where batch_id = :batch
      """;

  Set<String> itemsWithSuggestion(String batchId) {
    return new HashSet<>(
        database.sql(WITH_SUGGESTION).param("batch", batchId).query(String.class).list());
  }

  private static final String LOCK =
      """
      select id from touchstone.batch where id = :batch for update
      """;

  /** Nobody plans the batch or enters a stage until the transaction ends. */
  void lock(String batchId) {
    database.sql(LOCK).param("batch", batchId).query(String.class).single();
  }
}
