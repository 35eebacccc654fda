package io.touchstone.quality;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.database.BulkCopy;
import io.touchstone.platform.database.Json;
import io.touchstone.project.LabellingColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
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
    JdbcTemplate template = new JdbcTemplate(source);
    template.setFetchSize(ROWS_PER_FETCH);
    this.database = JdbcClient.create(template);
    this.copy = copy;
    this.json = json;
  }

  private static final String JUDGEMENTS =
      """
      with people as (
        select distinct annotator_id from touchstone.judgement
        where batch_id = :batch and role = 'annotator'),
      own as (
        select distinct on (j.assignment_id) j.id, j.item_id, null as truth, j.annotator_id,
               j.label, a.work_package_id, j.active_seconds, greatest(1, length(i.text)) as length
        from touchstone.judgement j
        join touchstone.item i on i.id = j.item_id and i.batch_id = :batch
        join touchstone.assignment a on a.id = j.assignment_id and a.superseded_at is null
        where j.batch_id = :batch and j.role = 'annotator'
        order by j.assignment_id, j.id desc),
      gold as (
        select distinct on (j.assignment_id) j.id, j.item_id, g.label as truth, j.annotator_id,
               j.label, '' as work_package_id, 0.0 as active_seconds, 1 as length
        from touchstone.batch b
        join touchstone.gold_item g
          on g.project_key = b.project_key and g.in_use and g.label is not null
        join touchstone.judgement j
          on j.item_id = g.item_id and j.role = 'annotator' and j.label is not null
        join people p on p.annotator_id = j.annotator_id
        where b.id = :batch
        order by j.assignment_id, j.id desc)
      select id, item_id, truth, annotator_id, label, work_package_id, active_seconds, length
      from (select * from own union all select * from gold) judgements
      order by item_id collate "C", annotator_id collate "C", label collate "C"
      """;

  /**
   * Adds the annotators' current judgements on the batch's items, and the labels of the same people
   * on the project's gold in use, ordered by item and annotator. Within a transaction, or else all
   * rows are held in memory.
   *
   * @param judgements takes labels
   * @param work takes the time spent on the batch's items
   */
  void addTo(TruthJudgements.Builder judgements, WorkLog work, String batchId) {
    database
        .sql(JUDGEMENTS)
        .param("batch", batchId)
        .query(
            row -> {
              Optional<String> truth = Optional.ofNullable(row.getString("truth"));
              Optional<String> label = LabellingColumns.label(row);
              String annotator = row.getString("annotator_id");
              int item = NO_ITEM;
              if (label.isPresent()) {
                item = judgements.add(row.getString("item_id"), truth, annotator, label.get());
              }
              if (truth.isEmpty()) {
                work.add(
                    annotator,
                    row.getString("work_package_id"),
                    row.getLong("id"),
                    item,
                    row.getDouble("active_seconds"),
                    row.getInt("length"));
              }
            });
  }

  private static final String LABELLING_ROUND =
      """
      select labelling_round from touchstone.batch where id = :batch
      """;

  /** Appends the truth of a measurement's items. */
  void insert(String batchId, int round, InferredTruth truth) {
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
        "touchstone.item_truth (batch_id, round, item_id, labelling_round, label, posterior, soft,"
            + " method, version)",
        rows);
  }

  private static final String OF_ROUND =
      """
      select item_id, label, posterior, soft, method, version
      from touchstone.item_truth where batch_id = :batch and round = :round
      order by item_id
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
