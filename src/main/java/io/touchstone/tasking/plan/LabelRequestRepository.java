package io.touchstone.tasking.plan;

import io.touchstone.platform.database.Times;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answer rounds that add annotators to items, and how many annotators those items get. */
@Repository
class LabelRequestRepository {

  private final JdbcClient database;

  LabelRequestRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String INSERT =
      """
      with request as (
        insert into touchstone.label_request (batch_id, round, cause, items, created_at)
        values (:batch, :round, :cause, cardinality(:items::text[]), :at)
        returning batch_id, round)
      insert into touchstone.label_request_item (batch_id, round, item_id, annotators)
      select r.batch_id, r.round, i.item_id, i.annotators
      from request r cross join unnest(:items::text[], :annotators::int[]) as i (item_id, annotators)
      """;

  /**
   * @param round the labelling round that the request begins
   * @param annotators by item id: how many it is to have then
   */
  void insert(
      String batchId, int round, String cause, Map<String, Integer> annotators, Instant at) {
    database
        .sql(INSERT)
        .param("batch", batchId)
        .param("round", round)
        .param("cause", cause)
        .param("items", annotators.keySet().toArray(String[]::new))
        .param("annotators", annotators.values().toArray(Integer[]::new))
        .param("at", Times.utc(at))
        .update();
  }

  private static final String COUNT =
      """
      select count(*) from touchstone.label_request where batch_id = :batch and cause = :cause
      """;

  int count(String batchId, String cause) {
    return database
        .sql(COUNT)
        .param("batch", batchId)
        .param("cause", cause)
        .query(Integer.class)
        .single();
  }

  private static final String WANTED =
      """
      select item_id, max(annotators) as annotators
      from touchstone.label_request_item
      where batch_id = :batch and superseded_at is null
      group by item_id
      """;

  /** Annotators of items that get more than the project asks for. */
  Map<String, Integer> wanted(String batchId) {
    Map<String, Integer> wanted = new HashMap<>();
    database
        .sql(WANTED)
        .param("batch", batchId)
        .query(
            row -> {
              wanted.put(row.getString("item_id"), row.getInt("annotators"));
            });
    return wanted;
  }

  private static final String SUPERSEDE =
      """
      update touchstone.label_request_item set superseded_at = :at
      where batch_id = :batch and item_id = any (:items::text[]) and superseded_at is null
      """;

  /** Items that are labelled anew begin with as many annotators as the project asks for. */
  void supersede(String batchId, List<String> itemIds, Instant at) {
    database
        .sql(SUPERSEDE)
        .param("batch", batchId)
        .param("items", itemIds.toArray(String[]::new))
        .param("at", Times.utc(at))
        .update();
  }
}
