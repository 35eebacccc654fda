package io.touchstone.quality;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Verdicts, and the items that have none yet. */
@Repository
class VerdictRepository {

  private final JdbcClient database;

  VerdictRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String OPEN =
      Sql.VOTES
          + """
          , verdicts as (
            select item_id from touchstone.verdict
            where batch_id = :batch and superseded_at is null),
          decisions as (
            select distinct on (j.item_id) j.item_id, j.label, j.spans
            from touchstone.judgement j
            join touchstone.assignment a on a.id = j.assignment_id and a.superseded_at is null
            where j.batch_id = :batch and j.role = 'adjudicator'
            order by j.item_id, j.id desc),
          open as (
            select v.item_id, v.combination, d.item_id is not null as adjudicated, d.label, d.spans
            from votes v left join decisions d on d.item_id = v.item_id
            where v.item_id not in (select item_id from verdicts))
          """;

  private static final String COMBINATIONS =
      OPEN
          + """
          select distinct combination from open
          where adjudicated = :adjudicated order by combination
          """;

  /** Combinations of labels on items without a verdict that were, or were not, adjudicated. */
  Set<LabelCombination> combinationsWithoutVerdict(String batchId, boolean adjudicated) {
    return new LinkedHashSet<>(
        database
            .sql(COMBINATIONS)
            .param("batch", batchId)
            .param("adjudicated", adjudicated)
            .query((row, number) -> new LabelCombination(row.getString(1)))
            .list());
  }

  /**
   * How items with a combination of labels are settled.
   *
   * @param label majority label; not read for adjudicated items, nor for spans, whose leading set
   *     stands in the rows
   */
  record Settlement(LabelCombination combination, String label, String rule) {}

  private static final String INSERT =
      OPEN
          + """
          , most_given as (
            select item_id, mode() within group (order by spans) as spans
            from current where spans is not null group by item_id)
          insert into touchstone.verdict
            (batch_id, item_id, round, label, spans, method, routing_rule, created_at)
          select :batch, o.item_id, :round,
                 case when o.adjudicated then o.label when l.spans is null then s.label end,
                 case when o.adjudicated then o.spans else l.spans end,
                 case when o.adjudicated then 'adjudication' else 'majority' end,
                 s.rule, :at
          from open o
          join unnest(:combinations::text[], :labels::text[], :rules::text[])
            as s (combination, label, rule) on s.combination = o.combination
          left join most_given l on l.item_id = o.item_id
          where o.adjudicated = :adjudicated
          """;

  /**
   * Settles all items without a verdict that have these combinations.
   *
   * @param adjudicated settle those that an adjudicator decided, with that label; otherwise the
   *     others, with the majority's
   * @return how many were settled
   */
  int settle(
      String batchId, int round, List<Settlement> settlements, boolean adjudicated, Instant at) {
    return database
        .sql(INSERT)
        .param("batch", batchId)
        .param("round", round)
        .param("adjudicated", adjudicated)
        .param("combinations", array(settlements, s -> s.combination().text()))
        .param("labels", array(settlements, Settlement::label))
        .param("rules", array(settlements, Settlement::rule))
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .update();
  }

  private static final String OPEN_ITEMS =
      OPEN
          + """
          select item_id from open
          where not adjudicated and combination = any (:combinations::text[])
          order by item_id
          """;

  /** Items without a verdict and without an adjudicator's judgement that have a combination. */
  List<String> undecidedItems(String batchId, List<LabelCombination> combinations) {
    return database
        .sql(OPEN_ITEMS)
        .param("batch", batchId)
        .param("combinations", array(combinations, LabelCombination::text))
        .query(String.class)
        .list();
  }

  private static final String UNSUBMITTED =
      """
      select count(*) from touchstone.work_package
      where batch_id = :batch and kind = 'adjudication' and state in ('queued', 'open')
      """;

  /** Work packages of adjudication that are still to be done. */
  int unsubmittedAdjudications(String batchId) {
    return database.sql(UNSUBMITTED).param("batch", batchId).query(Integer.class).single();
  }

  private static final String SUPERSEDE =
      """
      update touchstone.verdict set superseded_at = :at
      where batch_id = :batch and item_id = any (:items::text[]) and superseded_at is null
      """;

  /** Verdicts on items that are labelled again are kept and no longer count. */
  int supersede(String batchId, List<String> items, Instant at) {
    return database
        .sql(SUPERSEDE)
        .param("batch", batchId)
        .param("items", items.toArray(String[]::new))
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .update();
  }

  private static final String COUNTS =
      """
      select count(*) filter (where v.item_id is null) as without_verdict,
             count(*) filter (where v.method = 'adjudication') as adjudicated
      from touchstone.item i
      left join (
        select distinct on (item_id) item_id, method from touchstone.verdict
        where batch_id = :batch and superseded_at is null order by item_id, round desc) v on v.item_id = i.id
      where i.batch_id = :batch
      """;

  /** How many items of the batch have no verdict, and how many an adjudicator's. */
  SettledItems counts(String batchId) {
    return database
        .sql(COUNTS)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new SettledItems(row.getLong("without_verdict"), row.getLong("adjudicated")))
        .single();
  }

  private static <T> String[] array(List<T> values, Function<T, String> text) {
    return values.stream().map(text).toArray(String[]::new);
  }
}
