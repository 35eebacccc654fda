package io.touchstone.quality.verdict;

import io.touchstone.audit.RecordedRows;
import org.springframework.stereotype.Repository;

/**
 * Verdicts with their answers, as the event of their settlement covers them. A verdict from before
 * answers stood by question keeps the line that was sealed then: the label, then the spans.
 */
@Repository
public class RecordedVerdictRepository implements RecordedRows {

  public static final String KIND = "verdict";

  private static final String ROWS =
      """
      select v.recording, v.id as row_id, v.batch_id, 'item ' || v.item_id as place,
             (jsonb_build_array(v.id, v.batch_id, v.item_id, v.round)
              || case
                   when v.line_form = 1 and s.usual then jsonb_build_array(
                     s.answers -> 'answer' -> 'label',
                     nullif(s.answers -> 'answer' -> 'spans', '[]'))
                   else jsonb_build_array(v.line_form, s.answers) end
              || jsonb_build_array(
                v.method, v.routing_rule, extract(epoch from v.created_at)))::text as line
      from touchstone.verdict v
      cross join lateral (
        select answers, coalesce(
                 answers - 'answer' = '{}'
                 and jsonb_exists_any(answers -> 'answer', array['label', 'spans']), false)
                 as usual
        from (select touchstone.answers_of_verdict(v.id) as answers) said) s
      """;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String rows() {
    return ROWS;
  }
}
