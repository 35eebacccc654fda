package io.touchstone.quality.truth;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.database.BulkCopy;
import io.touchstone.platform.database.Cursors;
import io.touchstone.platform.database.Json;
import io.touchstone.quality.round.RoundSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The truth of items, and the judgements that it is inferred from. */
@Repository
class ItemTruthRepository {

  private static final int ROWS_PER_FETCH = 1_000;
  private static final int ROWS_PER_COPY = 10_000;
  private static final int NO_ITEM = -1;
  private static final TypeReference<SortedMap<String, Double>> SOFT = new TypeReference<>() {};

  private final JdbcClient database;
  private final BulkCopy copy;
  private final Json json;

  ItemTruthRepository(DataSource source, BulkCopy copy, Json json) {
    this.database = Cursors.of(source, ROWS_PER_FETCH);
    this.copy = copy;
    this.json = json;
  }

  private static final String ON_ITEMS =
      """
      select j.id, j.item_id, null as truth, j.annotator_id, j.category, j.work_package_id,
             j.active_seconds, greatest(1, length(i.text)) as length
      from touchstone.current_answer j
      join touchstone.item i on i.id = j.item_id and i.batch_id = :batch
      where j.batch_id = :batch and j.role = 'annotator' and """
          + RoundSql.OF_QUESTION
          + """

      order by j.item_id collate "C", j.annotator_id collate "C"
      """;

  private static final String ON_GOLD =
      """
      with people as (
        select distinct annotator_id from touchstone.judgement
        where batch_id = :batch and role = 'annotator'),
      gold as (
        select j.id, j.item_id, touchstone.answer_category(g.answers -> a.question) as truth,
               j.annotator_id, a.category
        from touchstone.batch b
        join touchstone.gold_item g on g.project_key = b.project_key and g.in_use
        join touchstone.latest_judgement j on j.item_id = g.item_id and j.role = 'annotator'
        join touchstone.judgement_answer a
          on a.judgement_id = j.id and a.question = :question and a.category is not null
             and touchstone.answer_category(g.answers -> a.question) is not null
        join people p on p.annotator_id = j.annotator_id
        where b.id = :batch)
      select * from gold order by item_id collate "C", annotator_id collate "C", id
      """;

  /**
   * Adds the annotators' current judgements on the batch's items, ordered by item and annotator,
   * then the labels of the same people on the project's gold in use. Within a transaction, or else
   * all rows are held in memory.
   *
   * @param judgements takes labels
   * @param work takes the time spent on the batch's items
   */
  void addTo(TruthJudgements.Builder judgements, WorkLog work, String batchId, String question) {
    database
        .sql(ON_ITEMS)
        .param("batch", batchId)
        .param("question", question)
        .query(
            row -> {
              work.add(
                  row.getString("annotator_id"),
                  row.getString("work_package_id"),
                  row.getLong("id"),
                  add(judgements, row),
                  row.getDouble("active_seconds"),
                  row.getInt("length"));
            });
    database
        .sql(ON_GOLD)
        .param("batch", batchId)
        .param("question", question)
        .query(
            row -> {
              add(judgements, row);
            });
  }

  private static int add(TruthJudgements.Builder judgements, ResultSet row) throws SQLException {
    Optional<String> category = Optional.ofNullable(row.getString("category"));
    if (category.isEmpty()) {
      return NO_ITEM;
    }
    return judgements.add(
        row.getString("item_id"),
        Optional.ofNullable(row.getString("truth")),
        row.getString("annotator_id"),
        category.get());
  }

  private static final String LABELLING_ROUND =
      """
      select labelling_round from touchstone.batch where id = :batch
      """;

  /** Appends the truth of a measurement's items. */
  void insert(String batchId, int round, String question, InferredTruth truth) {
    int labellingRound =
        database.sql(LABELLING_ROUND).param("batch", batchId).query(Integer.class).single();
    List<List<Object>> rows = new ArrayList<>();
    truth.each(
        item -> {
          rows.add(
              List.of(
                  batchId,
                  round,
                  item.itemId(),
                  question,
                  labellingRound,
                  item.label(),
                  item.posterior(),
                  json.write(item.soft()),
                  item.method(),
                  item.version()));
          if (rows.size() == ROWS_PER_COPY) {
            copy(rows);
            rows.clear();
          }
        });
    copy(rows);
  }

  private void copy(List<List<Object>> rows) {
    copy.insert(
        "touchstone.item_truth (batch_id, round, item_id, question, labelling_round, label, posterior, soft,"
            + " method, version)",
        rows);
  }

  private static final String OF_ROUND =
      """
      select item_id, label, posterior, soft, method, version
      from touchstone.item_truth where batch_id = :batch and round = :round
      order by item_id, question
      """;

  /**
   * Hands over the truth of each item that somebody had judged, by item id; within a transaction,
   * or else all rows are held in memory.
   *
   * @param round of the measurement, as in its report
   */
  void each(String batchId, int round, Consumer<ItemTruth> consumer) {
    database
        .sql(OF_ROUND)
        .param("batch", batchId)
        .param("round", round)
        .query(
            row -> {
              consumer.accept(
                  new ItemTruth(
                      row.getString("item_id"),
                      Optional.ofNullable(row.getString("label")),
                      row.getDouble("posterior"),
                      json.read(row.getString("soft"), SOFT),
                      row.getString("method"),
                      row.getString("version")));
            });
  }
}
