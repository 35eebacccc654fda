package io.touchstone.quality.page;

import io.touchstone.platform.database.Times;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands behind a batch's figures, and how they moved from batch to batch. */
@Repository
class WorkingRepository {

  private final JdbcClient database;

  WorkingRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String BASIS =
      """
      with said as (
        select j.item_id, j.role, a.superseded_at is not null as superseded,
               exists (select 1 from touchstone.gold_item g where g.item_id = j.item_id) as gold,
               row_number() over (partition by j.assignment_id order by j.id desc) > 1 as replaced
        from touchstone.judgement j
        join touchstone.assignment a on a.id = j.assignment_id
        where j.batch_id = :batch),
      each_item as (
        select count(*) as judgements
        from said
        where role = 'annotator' and not superseded and not gold and not replaced
        group by item_id)
      select (select count(*) from touchstone.item where batch_id = :batch) as items,
             (select count(*) from each_item where judgements > 1) as compared,
             (select count(*) from each_item where judgements = 1) as single,
             count(*) filter (where role = 'annotator' and not gold and superseded)
               as other_round,
             count(*) filter (where role = 'annotator' and not gold and not superseded and replaced)
               as replaced,
             count(*) filter (where role = 'annotator' and gold) as gold,
             count(*) filter (where role <> 'annotator') as adjudicated
      from said
      """;

  /** What the batch's figures are counted from now. */
  FigureWorking.Basis basis(String batchId) {
    return database
        .sql(BASIS)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new FigureWorking.Basis(
                    row.getLong("items"),
                    row.getLong("compared"),
                    row.getLong("single"),
                    row.getLong("items") - row.getLong("compared") - row.getLong("single"),
                    row.getLong("other_round"),
                    row.getLong("replaced"),
                    row.getLong("gold"),
                    row.getLong("adjudicated")))
        .single();
  }

  private static final String DRIFT =
      """
      select * from (
        select distinct on (r.batch_id) r.batch_id, r.created_at,
               r.numbers -> 'agreement' ->> 'name' as metric,
               (r.numbers -> 'agreement' ->> 'value')::float8 as value,
               (r.numbers -> 'agreement' ->> 'ciLow')::float8 as low,
               (r.numbers -> 'agreement' ->> 'ciHigh')::float8 as high,
               (r.numbers -> 'gold' ->> 'accuracy')::float8 as gold,
               (r.numbers -> 'gold' ->> 'low')::float8 as gold_low,
               (r.numbers -> 'gold' ->> 'high')::float8 as gold_high
        from touchstone.quality_report r
        join touchstone.batch b on b.id = r.batch_id
        join touchstone.batch this on this.id = :batch and this.project_key = b.project_key
        where b.created_at <= this.created_at
        order by r.batch_id, r.round desc) latest
      order by created_at desc limit :most
      """;

  /**
   * The newest figures of a batch.
   *
   * @param metric the coefficient that its gate decides on
   * @param gold share of gold answered rightly; null without
   */
  record Point(
      String batchId,
      Instant at,
      String metric,
      Double value,
      Double low,
      Double high,
      Double gold,
      Double goldLow,
      Double goldHigh) {}

  /** The batch and those of its project before it, the newest first. */
  List<Point> drift(String batchId, int most) {
    return database
        .sql(DRIFT)
        .param("batch", batchId)
        .param("most", most)
        .query(
            (row, number) ->
                new Point(
                    row.getString("batch_id"),
                    Times.at(row, "created_at"),
                    row.getString("metric"),
                    row.getObject("value", Double.class),
                    row.getObject("low", Double.class),
                    row.getObject("high", Double.class),
                    row.getObject("gold", Double.class),
                    row.getObject("gold_low", Double.class),
                    row.getObject("gold_high", Double.class)))
        .list();
  }
}
