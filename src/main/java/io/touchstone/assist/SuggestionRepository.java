package io.touchstone.assist;

import io.touchstone.answer.Answer;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import io.touchstone.project.StoredAnswers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
  private final StoredAnswers answers;
  private final Json json;

  SuggestionRepository(JdbcClient database, StoredAnswers answers, Json json) {
    this.database = database;
    this.answers = answers;
    this.json = json;
  }

  /** A suggestion about to be stored. */
  record Ranked(String itemId, int rank, Suggestion suggestion) {}

  private static final String INSERT =
      """
      insert into touchstone.suggestion
        (batch_id, item_id, rank, suggested, dropped_spans, score, model, version, created_at)
      select :batch, n.item, n.rank, n.suggested::jsonb, n.dropped, n.score, n.model, n.version, :at
      from unnest(:items::text[], :ranks::integer[], :suggested::text[], :dropped::integer[],
                  :scores::double precision[], :models::text[], :versions::text[])
        as n (item, rank, suggested, dropped, score, model, version)
      """;

  private static final String FORGET =
      """
      delete from touchstone.suggestion where batch_id = :batch
      """;

  /** Possible in stage 1 alone. */
  void forget(String batchId) {
    database.sql(FORGET).param("batch", batchId).update();
  }

  void insert(String batchId, List<Ranked> all, Instant at) {
    for (int from = 0; from < all.size(); from += ROWS_AT_A_TIME) {
      List<Ranked> rows = all.subList(from, Math.min(all.size(), from + ROWS_AT_A_TIME));
      database
          .sql(INSERT)
          .param("batch", batchId)
          .param("at", Times.utc(at))
          .param("items", rows.stream().map(Ranked::itemId).toArray(String[]::new))
          .param("ranks", rows.stream().map(Ranked::rank).toArray(Integer[]::new))
          .param(
              "suggested",
              rows.stream()
                  .map(r -> answers.write(r.suggestion().suggested()))
                  .toArray(String[]::new))
          .param(
              "dropped",
              rows.stream().map(r -> r.suggestion().droppedSpans()).toArray(Integer[]::new))
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
   * @param runnerUp what comes second; empty where nothing does
   */
  record First(long suggestionId, Answer suggested, Optional<Answer> runnerUp) {}

  /** Takes one item's first suggestion. */
  @FunctionalInterface
  interface EachFirst {

    /**
     * @param text of the item, as people see it
     */
    void take(String itemId, String text, First first);
  }

  private static final String FIRST =
      """
      select r.item_id, r.id, touchstone.answers_on(r.suggested, i.text) as suggested,
             touchstone.answers_on(r.runner_up, i.text) as runner_up, i.text
      from (select item_id, id, suggested,
                   row_number() over ranked as place,
                   lead(suggested) over ranked as runner_up
            from touchstone.suggestion
            where batch_id = :batch and item_id = any (:items)
              and not (dropped_spans > 0 and touchstone.answers_labels(suggested) = '{}')
            window ranked as (partition by item_id order by rank)) r
      join touchstone.item i on i.id = r.item_id
      where r.place = 1
      """;

  /** Hands over the first suggestion of each of these items that has one worth showing. */
  void firstOfEach(String batchId, Collection<String> itemIds, EachFirst each) {
    database
        .sql(FIRST)
        .param("batch", batchId)
        .param("items", itemIds.toArray(String[]::new))
        .query(
            row -> {
              each.take(
                  row.getString("item_id"),
                  row.getString("text"),
                  new First(
                      row.getLong("id"),
                      answers.read(row.getString("suggested")),
                      Optional.ofNullable(row.getString("runner_up")).map(answers::read)));
            });
  }

  private static final String PLACED =
      """
      select id, suggested from touchstone.suggestion where item_id = :item order by rank
      """;

  /** What a stored suggestion says. */
  record Placed(long id, Answer suggested) {}

  /** All suggestions of an item. */
  List<Placed> placed(String itemId) {
    return database
        .sql(PLACED)
        .param("item", itemId)
        .query(
            (row, number) ->
                new Placed(row.getLong("id"), answers.read(row.getString("suggested"))))
        .list();
  }

  private static final String PLACE =
      """
      update touchstone.suggestion
      set suggested = :suggested::jsonb, dropped_spans = dropped_spans + :dropped where id = :id
      """;

  /** Puts a suggestion where its text has moved to. */
  void place(long id, Answer suggested, int dropped) {
    database
        .sql(PLACE)
        .param("id", id)
        .param("suggested", answers.write(suggested))
        .param("dropped", dropped)
        .update();
  }

  private static final String ANY =
      """
      select exists (select from touchstone.suggestion where batch_id = :batch)
      """;

  /** Whether anything was suggested in the batch. */
  boolean any(String batchId) {
    return database.sql(ANY).param("batch", batchId).query(Boolean.class).single();
  }

  private static final String COVERAGE =
      """
      select (select count(distinct item_id) from touchstone.suggestion
              where batch_id = :batch
                and not (dropped_spans > 0 and touchstone.answers_labels(suggested) = '{}'))
             / greatest(1, count(*))::double precision
      from touchstone.item where batch_id = :batch
      """;

  /** Share of the batch's items with a suggestion worth showing, 0 to 1. */
  double coverage(String batchId) {
    return database.sql(COVERAGE).param("batch", batchId).query(Double.class).single();
  }

  private static final String MEAN_SCORE =
      """
      select coalesce(avg(score), 1) from touchstone.suggestion where batch_id = :batch and rank = 1
      """;

  /** Mean score of the first suggestions of a batch, 0 to 1. */
  double meanScore(String batchId) {
    return database.sql(MEAN_SCORE).param("batch", batchId).query(Double.class).single();
  }

  /** An item as its sender's file may speak of it. */
  record Found(String itemId, String text, OffsetMap offsets) {}

  private static final String ITEMS_OF_SENDER =
      """
      select external_id, id, text, offset_map from touchstone.item
      where batch_id = :batch and external_id = any (:names)
      """;

  /** Items of the batch by the sender's id; a sender may have used an id twice. */
  Map<String, List<Found>> itemsByExternalId(String batchId, Set<String> externalIds) {
    Map<String, List<Found>> items = new HashMap<>();
    database
        .sql(ITEMS_OF_SENDER)
        .param("batch", batchId)
        .param("names", externalIds.toArray(String[]::new))
        .query(
            row -> {
              items
                  .computeIfAbsent(row.getString("external_id"), id -> new ArrayList<>())
                  .add(
                      new Found(
                          row.getString("id"),
                          row.getString("text"),
                          json.read(row.getString("offset_map"), OffsetMap.class)));
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
