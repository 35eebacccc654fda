package io.touchstone.quality;

import io.touchstone.platform.database.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How people worked, and the judgements that it is measured from. */
@Repository
class AnnotatorFiguresRepository {

  private static final int ROWS_PER_FETCH = 1_000;

  private final JdbcClient database;
  private final Json json;

  AnnotatorFiguresRepository(DataSource source, Json json) {
    JdbcTemplate template = new JdbcTemplate(source);
    template.setFetchSize(ROWS_PER_FETCH);
    this.database = JdbcClient.create(template);
    this.json = json;
  }

  private static final String WORK =
      """
      with work as (
        select distinct on (j.assignment_id) j.id, j.annotator_id, j.item_id, a.work_package_id,
               j.active_seconds, greatest(1, length(i.text)) as characters
        from touchstone.judgement j
        join touchstone.item i on i.id = j.item_id and i.batch_id = :batch
        join touchstone.assignment a on a.id = j.assignment_id and a.superseded_at is null
        where j.batch_id = :batch and j.role = 'annotator'
        order by j.assignment_id, j.id desc)
      """;

  private static final String PACE_LINE =
      WORK
          + """
          select coalesce(regr_slope(ln(active_seconds), ln(characters)), 0) as slope,
                 coalesce(regr_intercept(ln(active_seconds), ln(characters)),
                          avg(ln(active_seconds)), 0) as intercept
          from work where active_seconds > 0
          """;

  /** What all people together need for a text; the same for all lengths if there is but one. */
  AnnotatorMeasurement.PaceLine paceLine(String batchId) {
    return database
        .sql(PACE_LINE)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new AnnotatorMeasurement.PaceLine(
                    row.getDouble("intercept"), row.getDouble("slope")))
        .single();
  }

  private static final String BY_PERSON =
      WORK
          + """
          select annotator_id, item_id, work_package_id, active_seconds, characters
          from work order by annotator_id collate "C", id
          """;

  /**
   * Hands over the current judgements on the batch's items person by person, each person's in the
   * order of their making; within a transaction, or else all rows are held in memory.
   */
  void eachPerson(String batchId, BiConsumer<String, List<AnnotatorMeasurement.Work>> consumer) {
    List<AnnotatorMeasurement.Work> work = new ArrayList<>();
    String[] current = {""};
    database
        .sql(BY_PERSON)
        .param("batch", batchId)
        .query(
            row -> {
              String annotator = row.getString("annotator_id");
              if (!annotator.equals(current[0]) && !work.isEmpty()) {
                consumer.accept(current[0], work);
                work.clear();
              }
              current[0] = annotator;
              work.add(
                  new AnnotatorMeasurement.Work(
                      row.getString("item_id"),
                      row.getString("work_package_id"),
                      row.getDouble("active_seconds"),
                      row.getInt("characters")));
            });
    if (!work.isEmpty()) {
      consumer.accept(current[0], work);
    }
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
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    json.read(row.getString("figures"), AnnotatorFigures.class)))
        .list();
  }
}
