package io.touchstone.quality;

/** The common table expression that this stage's repositories share. */
final class Sql {

  private Sql() {}

  /**
   * The batch's items (parameter batch) with their annotators' labels, sorted and joined by commas;
   * for spans the numbers of equal sets take the labels' place. Empty where nobody judged the item.
   * Gold items belong to no batch and are not among them, and what was said before the item was
   * given out to be labelled again does not count.
   */
  static final String VOTES = votes("");

  /** As {@link #VOTES}, without the judgements of some annotators (parameter without, an array). */
  static final String VOTES_WITHOUT_SOME = votes("and j.annotator_id <> all (:without::text[])");

  private static String votes(String condition) {
    return """
        with current as (
          select distinct on (j.assignment_id) j.item_id, j.label, j.spans
          from touchstone.judgement j
          join touchstone.assignment a on a.id = j.assignment_id and a.superseded_at is null
          where j.batch_id = :batch and j.role = 'annotator' %s
          order by j.assignment_id, j.id desc),
        votes as (
          select i.id as item_id,
                 coalesce(
                   string_agg(c.label, ',' order by c.label collate "C"),
                   touchstone.equal_answers(array_agg(c.spans) filter (where c.spans is not null)),
                   '') as combination
          from touchstone.item i left join current c on c.item_id = i.id
          where i.batch_id = :batch
          group by i.id)
        """
        .formatted(condition);
  }
}
