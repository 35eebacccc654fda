package io.touchstone.quality.coaching;

import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How people worked, as measurements found it. */
@Repository
class AnnotatorFiguresRepository {

  private final JdbcClient database;
  private final Json json;

  AnnotatorFiguresRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  private static final String INSERT =
      """
      insert into touchstone.annotator_figures (batch_id, round, annotator_id, figures)
      values (:batch, :round, :annotator, :figures::jsonb)
      """;

  void insert(String batchId, int round, String annotator, AnnotatorFigures figures) {
    database
        .sql(INSERT)
        .param("batch", batchId)
        .param("round", round)
        .param("annotator", annotator)
        .param("figures", json.write(figures))
        .update();
  }

  private static final String HISTORY =
      """
      with people as (
        select annotator_id from touchstone.annotator_figures f
        where f.batch_id = :batch
          and f.round = (select max(round) from touchstone.quality_report where batch_id = :batch)),
      last as (
        select distinct on (f.annotator_id, f.batch_id)
               f.annotator_id, f.batch_id, f.round, f.figures
        from touchstone.annotator_figures f
        join people p on p.annotator_id = f.annotator_id
        join touchstone.batch b on b.id = f.batch_id
        join touchstone.batch asked on asked.id = :batch and asked.project_key = b.project_key
        order by f.annotator_id, f.batch_id, f.round desc)
      select l.annotator_id, l.batch_id, l.round, l.figures, r.created_at
      from last l
      join touchstone.batch b on b.id = l.batch_id
      join touchstone.quality_report r on r.batch_id = l.batch_id and r.round = l.round
      order by l.annotator_id collate "C", b.created_at, l.batch_id
      """;

  /** Figures of one person on one batch, from its newest measurement. */
  record Stored(
      String annotatorId, String batchId, int round, Instant at, AnnotatorFigures figures) {}

  /**
   * Figures of those who take part in the newest measurement of a batch, on this and all other
   * batches of its project, by person and then in the order of the batches.
   */
  List<Stored> history(String batchId) {
    return database
        .sql(HISTORY)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new Stored(
                    row.getString("annotator_id"),
                    row.getString("batch_id"),
                    row.getInt("round"),
                    Times.at(row, "created_at"),
                    json.read(row.getString("figures"), AnnotatorFigures.class)))
        .list();
  }
}
