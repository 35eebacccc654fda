package io.touchstone.release.version;

import java.util.Map;

/**
 * The head of every query over the items of a version: never a gold item, the last verdict, and
 * only where that answers something.
 */
public final class IncludedItems {

  public static final String CTE =
      """
      with included as (
        select distinct on (i.id collate "C")
               i.id, i.text, i.content_hash, i.batch_id, v.method, v.routing_rule,
               touchstone.answers_of_verdict(v.id) as answers
        from touchstone.item i
        join touchstone.verdict v on v.item_id = i.id and v.superseded_at is null
        where (i.batch_id = :batch
               or exists (
                 select 1 from touchstone.dataset_record r
                 where r.dataset = :dataset and r.item_id = i.id
                   and string_to_array(r.first_version, '.')::int[] <= :previous::int[]))
          and not exists (select 1 from touchstone.gold_item g where g.item_id = i.id)
          and exists (select 1 from touchstone.verdict_answer a
                      where a.verdict_id = v.id and touchstone.abstained(a.answer) is null)
        order by i.id collate "C", v.round desc)
      """;

  private IncludedItems() {}

  /** What the head's places stand for. */
  public static Map<String, String> parameters(Scope scope) {
    return Map.of(
        "batch", scope.batchId(),
        "dataset", scope.dataset(),
        "previous", scope.previousAsArray(),
        "parted", String.valueOf(scope.parted()));
  }
}
