package io.touchstone.health.metric;

import io.touchstone.platform.Days;
import io.touchstone.platform.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the four metrics are made from. Each query passes once over the rows of the time asked for;
 * a week is counted back from its end, 0 for the last one.
 */
@Repository
public class HealthRepository {

  private final JdbcClient database;
  private final Days days;

  HealthRepository(JdbcClient database, Days days) {
    this.days = days;
    this.database = database;
  }

  /**
   * What one person judged on one day (UTC) in one batch.
   *
   * @param person joins the days of batches of one project; never shown or kept
   */
  record WorkRow(
      String project,
      String batchId,
      int weeksAgo,
      String person,
      String day,
      long judgements,
      long simulated,
      double seconds) {}

  private static final String WORK =
      """
      select b.project_key, w.* from (
        select batch_id, annotator_id,
               floor(date_part('epoch', :to - created_at) / 604800)::int as weeks_ago,
               (created_at at time zone :zone)::date as day,
               count(*) as judgements,
               count(*) filter (where simulated) as simulated,
               sum(active_seconds) as seconds
        from touchstone.judgement
        where created_at > :from and created_at <= :to and role = 'annotator'
        group by 1, 2, 3, 4) as w
      join touchstone.batch b on b.id = w.batch_id
      """;

  /** The annotators' work; adjudication is another kind of work and not among it. */
  List<WorkRow> work(Instant from, Instant to) {
    return database
        .sql(WORK)
        .param("from", Times.utc(from))
        .param("to", Times.utc(to))
        .param("zone", days.zone().getId())
        .query(
            (row, number) ->
                new WorkRow(
                    row.getString("project_key"),
                    row.getString("batch_id"),
                    row.getInt("weeks_ago"),
                    row.getString("annotator_id"),
                    row.getString("day"),
                    row.getLong("judgements"),
                    row.getLong("simulated"),
                    row.getDouble("seconds")))
        .list();
  }

  /** Gold judgements of a project in one week. */
  record GoldRow(String project, int weeksAgo, long judged, long correct, long simulated) {}

  private static final String GOLD =
      """
      select project_key, floor(date_part('epoch', :to - created_at) / 604800)::int as weeks_ago,
             count(*) as judged, count(*) filter (where correct) as correct,
             count(*) filter (where simulated) as simulated
      from (
        select distinct on (j.assignment_id)
               g.project_key, j.created_at, j.simulated,
               touchstone.answers_same(
                 touchstone.answers_of_judgement(j.id), g.answers,
                 touchstone.same_from(p.settings)) as correct
        from touchstone.gold_item g
        join touchstone.judgement j on j.item_id = g.item_id and j.role = 'annotator'
        join touchstone.batch b on b.id = j.batch_id
        join touchstone.project_version p
          on p.project_key = b.project_key and p.version = b.project_version
        where j.created_at > :from and j.created_at <= :to
        order by j.assignment_id, j.id desc) as latest
      group by 1, 2
      """;

  /** Gold items count whether they are still in use or not: they were when they were judged. */
  List<GoldRow> gold(Instant from, Instant to) {
    return database
        .sql(GOLD)
        .param("from", Times.utc(from))
        .param("to", Times.utc(to))
        .query(
            (row, number) ->
                new GoldRow(
                    row.getString("project_key"),
                    row.getInt("weeks_ago"),
                    row.getLong("judged"),
                    row.getLong("correct"),
                    row.getLong("simulated")))
        .list();
  }

  /**
   * A batch's newest measurement in one week.
   *
   * @param agreement the coefficient that the gate decides on, with its interval, or the reason why
   *     it is undefined
   * @param items measured
   */
  record ReportRow(
      String project,
      String batchId,
      int round,
      int weeksAgo,
      Measure agreement,
      long items,
      long simulated) {}

  private static final String REPORTS =
      """
      select b.project_key, r.*,
             (select count(*) from touchstone.judgement j
              where j.batch_id = r.batch_id and j.role = 'annotator' and j.simulated
                and r.weeks_ago = 0) as simulated
      from (
        select distinct on (batch_id, weeks_ago) batch_id, round, created_at, weeks_ago,
               agreement ->> 'reason' as reason, (agreement ->> 'value')::double precision as value,
               (agreement ->> 'ciLow')::double precision as low,
               (agreement ->> 'ciHigh')::double precision as high,
               coalesce((agreement ->> 'items')::bigint, 0) as items
        from (
          select batch_id, round, created_at,
                 coalesce(numbers -> 'agreement', numbers -> 'alpha') as agreement,
                 floor(date_part('epoch', :to - created_at) / 604800)::int as weeks_ago
          from touchstone.quality_report
          where created_at > :from and created_at <= :to) as reports
        order by batch_id, weeks_ago, round desc) as r
      join touchstone.batch b on b.id = r.batch_id
      order by r.created_at desc, r.batch_id
      """;

  /** Measurements of agreement, the newest first. */
  List<ReportRow> reports(Instant from, Instant to) {
    return database
        .sql(REPORTS)
        .param("from", Times.utc(from))
        .param("to", Times.utc(to))
        .query(
            (row, number) ->
                new ReportRow(
                    row.getString("project_key"),
                    row.getString("batch_id"),
                    row.getInt("round"),
                    row.getInt("weeks_ago"),
                    agreement(row),
                    row.getLong("items"),
                    row.getLong("simulated")))
        .list();
  }

  private static Measure agreement(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    if (reason != null) {
      return Measure.undefined(reason.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
    return new Measure(
        Optional.of(row.getDouble("value")),
        Optional.ofNullable(row.getObject("low", Double.class)),
        Optional.ofNullable(row.getObject("high", Double.class)),
        "");
  }

  /** Acceptances of held batches of a project in one week, and on how many batches. */
  record OverrideRow(String project, int weeksAgo, long acceptances, long batches) {}

  private static final String OVERRIDES =
      """
      select b.project_key as project,
             floor(date_part('epoch', :to - h.created_at) / 604800)::int as weeks_ago,
             count(*) as acceptances, count(distinct b.id) as batches
      from touchstone.hold_resolution h
      join touchstone.gate_decision g on g.id = h.gate_decision_id
      join touchstone.batch b on b.id = g.batch_id
      where h.decision = 'accept' and h.created_at > :from and h.created_at <= :to
      group by 1, 2
      """;

  /** Where somebody accepted a batch against its gate. */
  List<OverrideRow> overrides(Instant from, Instant to) {
    return database
        .sql(OVERRIDES)
        .param("from", Times.utc(from))
        .param("to", Times.utc(to))
        .query(OverrideRow.class)
        .list();
  }

  /** A published version's batch. */
  record PublishedRow(
      String project,
      String batchId,
      String version,
      int weeksAgo,
      Instant received,
      Instant built,
      Instant approved,
      Instant published) {}

  private static final String PUBLISHED =
      """
      select b.project_key, b.id, v.version, b.created_at as received, v.created_at as built,
             coalesce(v.approved_at, v.created_at) as approved, v.published_at,
             floor(date_part('epoch', :to - v.published_at) / 604800)::int as weeks_ago
      from touchstone.dataset_version v join touchstone.batch b on b.id = v.batch_id
      where v.state = 'published' and v.published_at > :from and v.published_at <= :to
      order by v.published_at, b.id
      """;

  /** What became a dataset version, in that order. */
  List<PublishedRow> published(Instant from, Instant to) {
    return database
        .sql(PUBLISHED)
        .param("from", Times.utc(from))
        .param("to", Times.utc(to))
        .query(
            (row, number) ->
                new PublishedRow(
                    row.getString("project_key"),
                    row.getString("id"),
                    row.getString("version"),
                    row.getInt("weeks_ago"),
                    Times.at(row, "received"),
                    Times.at(row, "built"),
                    Times.at(row, "approved"),
                    Times.at(row, "published_at")))
        .list();
  }

  /** A turn of a batch on its road. */
  record TurnRow(String batchId, BatchTimeline.Turn turn) {}

  private static final String TURNS =
      """
      select substring(object from 7) as batch_id, at,
             case action when 'stage_entered' then details ->> 'stage' else 'held' end as part
      from touchstone.audit_event
      where object in (:objects)
        and (action = 'stage_entered'
             or action = 'gate_decided' and details ->> 'verdict' <> 'pass')
      order by seq
      """;

  /** Stages entered and holds begun, from the audit trail; a hold ends with the next stage. */
  List<TurnRow> turns(Collection<String> batchIds) {
    if (batchIds.isEmpty()) {
      return List.of();
    }
    return database
        .sql(TURNS)
        .param("objects", batchIds.stream().map(id -> "batch:" + id).toList())
        .query(
            (row, number) ->
                new TurnRow(
                    row.getString("batch_id"),
                    new BatchTimeline.Turn(Times.at(row, "at"), row.getString("part"))))
        .list();
  }

  /** Active labelling time of some batches. */
  record LabelledRow(String batchId, double seconds) {}

  private static final String LABELLED =
      """
      select batch_id, sum(active_seconds) as seconds from touchstone.judgement
      where batch_id in (:batches) and role = 'annotator' group by batch_id
      """;

  List<LabelledRow> labelled(Collection<String> batchIds) {
    if (batchIds.isEmpty()) {
      return List.of();
    }
    return database
        .sql(LABELLED)
        .param("batches", batchIds)
        .query(
            (row, number) -> new LabelledRow(row.getString("batch_id"), row.getDouble("seconds")))
        .list();
  }

  /** Work that waits, by project and kind of package. */
  public record BacklogRow(String project, String kind, long packages, double seconds) {}

  private static final String BACKLOG =
      """
      select b.project_key, p.kind, count(*) as packages, sum(p.estimated_seconds) as seconds
      from touchstone.batch b
      join touchstone.work_package p on p.batch_id = b.id
      where b.state in ('running', 'waiting', 'held') and p.state in ('queued', 'open')
      group by 1, 2 order by 1, 2
      """;

  public List<BacklogRow> backlog() {
    return database
        .sql(BACKLOG)
        .query(
            (row, number) ->
                new BacklogRow(
                    row.getString("project_key"),
                    row.getString("kind"),
                    row.getLong("packages"),
                    row.getDouble("seconds")))
        .list();
  }
}
