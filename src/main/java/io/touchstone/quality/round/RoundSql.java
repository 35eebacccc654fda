package io.touchstone.quality.round;

import io.touchstone.answer.GivenAnswers;
import io.touchstone.answer.Question;

/**
 * What this stage's repositories share. What is read once and joined is materialized: freshly
 * filled tables have no statistics, and a plan that reads it anew for each item takes minutes.
 */
public final class RoundSql {

  private RoundSql() {}

  /**
   * What annotators say of a batch's items (parameter batch) in answer to each question (parameter
   * questions, an array), gold included. Who was not asked a question, having answered an earlier
   * one otherwise, has a row without an answer. What was said before the item was given out to be
   * labelled again does not count.
   */
  public static final String CURRENT =
      """
      with asked as materialized (
        select * from unnest(:questions::text[]) with ordinality as q (question, place)),
      current as (
        select j.item_id, j.annotator_id, q.question, q.place, s.answer, s.category, s.labels
        from touchstone.current_judgement j
        cross join asked q
        left join touchstone.judgement_answer s
          on s.judgement_id = j.id and s.question = q.question
        where j.batch_id = :batch and j.role = 'annotator')
      """;

  /**
   * What most annotators answered to each question of an item, as one object by question, after
   * {@link #CURRENT}, abstentions left out; without questions that are not asked where the others
   * are answered so (parameter conditions, as {@link AskedQuestions} gives them).
   */
  public static final String MOST_GIVEN =
      """
      each_most_given as (
        select item_id, question,
               mode() within group (order by answer)
                 filter (where touchstone.abstained(answer) is null) as answer
        from current group by item_id, question),
      most_given as (
        select item_id,
               touchstone.answers_asked(
                 jsonb_object_agg(question, answer), :conditions::jsonb) as answers
        from each_most_given where answer is not null group by item_id)
      """;

  /**
   * Of answers j those to a question (parameter question). Where a project asks one thing there are
   * no others: a condition on a freshly filled table would have the plan expect hardly any.
   */
  public static final String OF_QUESTION =
      "(:question = '" + Question.ONLY + "' or j.question = :question)";

  /**
   * The categories of an item's answers, sorted and joined by commas, aggregated over columns
   * answer and category; for a kind without categories the numbers of equal answers take their
   * place. Abstentions come last, each as {@link GivenAnswers#ABSTAINED}. Empty where nobody said
   * anything.
   */
  public static final String COMBINATION =
      """
      concat_ws(',',
        coalesce(
          string_agg(category, ',' order by category collate "C"),
          touchstone.equal_answers(array_agg(answer) filter (where answer is not null))),
        nullif(ltrim(repeat(
          ',~', (count(*) filter (where touchstone.abstained(answer) is not null))::int), ','), ''))
      """;

  /**
   * The batch's items with their annotators' categories in answer to one question (parameter
   * question), as {@link #COMBINATION} has them. Gold items belong to no batch and are not among
   * them. Without the labels that were asked for because the first ones left an item unsure: only
   * the difficult items have them, so that they would pull agreement down. Items and answers come
   * in one pass: joined to each other, the answers would be read anew for each item where tables
   * are freshly filled.
   */
  static final String PLANNED_VOTES = votes("");

  /**
   * As {@link #PLANNED_VOTES}, without the judgements of some annotators (parameter without, an
   * array).
   */
  public static final String PLANNED_VOTES_WITHOUT_SOME =
      votes("and j.annotator_id <> all (:without::text[])");

  private static String votes(String condition) {
    return """
        with current as (
          select j.item_id, j.annotator_id, j.answer, j.category
          from touchstone.current_answer j
          join touchstone.work_package p on p.id = j.work_package_id
          where j.batch_id = :batch and j.role = 'annotator' and %s
            and p.mode <> 'further' %s),
        said as (
          select item_id, answer, category, false as own from current
          union all
          select id, null, null, true from touchstone.item where batch_id = :batch),
        votes as (
          select item_id, %s as combination
          from said group by item_id having bool_or(own))
        """
        .formatted(OF_QUESTION, condition, COMBINATION);
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
