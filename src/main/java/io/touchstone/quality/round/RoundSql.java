package io.touchstone.quality.round;

/**
 * What this stage's repositories share. What is read once and joined is materialized: freshly
 * filled tables have no statistics, and a plan that reads it anew for each item takes minutes.
 */
public final class RoundSql {

  private RoundSql() {}

  /**
   * The batch's items (parameter batch) with their annotators' categories, sorted and joined by
   * commas; for a kind without categories the numbers of equal answers take their place. Empty
   * where nobody judged the item. Gold items belong to no batch and are not among them, and what
   * was said before the item was given out to be labelled again does not count.
   */
  public static final String VOTES = votes("");

  /**
   * As {@link #VOTES}, without the labels that were asked for because the first ones left an item
   * unsure: only the difficult items have them, so that they would pull agreement down.
   */
  static final String PLANNED_VOTES = votes("and p.mode <> 'further'");

  /**
   * As {@link #PLANNED_VOTES}, without the judgements of some annotators (parameter without, an
   * array).
   */
  public static final String PLANNED_VOTES_WITHOUT_SOME =
      votes("and p.mode <> 'further' and j.annotator_id <> all (:without::text[])");

  private static String votes(String condition) {
    return """
        with current as (
          select j.item_id, j.annotator_id, j.answer, j.key, j.category, j.labels
          from touchstone.current_answer j
          join touchstone.work_package p on p.id = j.work_package_id
          where j.batch_id = :batch and j.role = 'annotator' %s),
        votes as (
          select i.id as item_id,
                 coalesce(
                   string_agg(c.category, ',' order by c.category collate "C"),
                   touchstone.equal_answers(array_agg(c.answer) filter (where c.answer is not null)),
                   '') as combination
          from touchstone.item i left join current c on c.item_id = i.id
          where i.batch_id = :batch
          group by i.id)
        """
        .formatted(condition);
  }

  /** What adjudicators have said last of the batch's items, the current ones only. */
  public static final String DECISIONS =
      """
      decisions as materialized (
        select distinct on (j.item_id) j.item_id, j.id as judgement_id
        from touchstone.current_judgement j
        where j.batch_id = :batch and j.role = 'adjudicator'
        order by j.item_id, j.id desc)
      """;

  /** Items of the batch that still want a verdict and that nobody has in hand. */
  public static final String UNDECIDED =
      DECISIONS
          + """
          , in_hand as materialized (
            select a.item_id
            from touchstone.current_assignment a
            join touchstone.work_package p on p.id = a.work_package_id
            where a.batch_id = :batch and p.state in ('queued', 'open')),
          undecided as materialized (
            select i.id as item_id
            from touchstone.item i
            where i.batch_id = :batch
              and not exists (select 1 from touchstone.verdict v
                              where v.item_id = i.id and v.superseded_at is null)
              and not exists (select 1 from decisions d where d.item_id = i.id)
              and not exists (select 1 from in_hand h where h.item_id = i.id))
          """;

  /** The last route of each item in a labelling round (parameter round). */
  public static final String ROUTES =
      """
      routes as materialized (
        select distinct on (r.item_id) r.item_id, r.route, r.rule
        from touchstone.item_route r
        where r.batch_id = :batch and r.round = :round
        order by r.item_id, r.pass desc)
      """;
}
