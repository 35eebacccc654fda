package io.touchstone.quality;

/** The common table expression that this stage's repositories share. */
final class Sql {

  private Sql() {}

  /**
   * The batch's items (parameter batch) with their annotators' labels, sorted and joined by commas;
   * for spans the numbers of equal sets take the labels' place. Empty where nobody judged the item.
   * Gold items belong to no batch and are not among them.
   */
  static final String VOTES =
      """
      with current as (
        select distinct on (assignment_id) item_id, label, spans
        from touchstone.judgement
        where batch_id = :batch and role = 'annotator'
        order by assignment_id, id desc),
      votes as (
        select i.id as item_id,
               coalesce(string_agg(c.label, ',' order by c.label collate "C"),
                        touchstone.equal_answers(array_agg(c.spans) filter (where c.spans is not null)),
                        '') as combination
        from touchstone.item i left join current c on c.item_id = i.id
        where i.batch_id = :batch
        group by i.id)
      """;
}
