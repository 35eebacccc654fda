package io.touchstone.annotation;

import io.touchstone.audit.RecordedRows;
import org.springframework.stereotype.Repository;

/**
 * Judgements with their answers, as the event of their package covers them. A judgement from before
 * answers stood by question keeps the line that was sealed then: the label, then the spans.
 */
@Repository
class RecordedJudgementRepository implements RecordedRows {

  static final String KIND = "judgement";

  private static final String ROWS =
      """
      select j.recording, j.id as row_id, j.batch_id, 'item ' || j.item_id as place,
             (jsonb_build_array(
                j.id, j.batch_id, j.assignment_id, j.item_id, j.annotator_id, j.role)
              || case
                   when j.line_form = 1 and s.usual then jsonb_build_array(
                     s.answers -> 'answer' -> 'label',
                     nullif(s.answers -> 'answer' -> 'spans', '[]'))
                   else jsonb_build_array(j.line_form, s.answers) end
              || jsonb_build_array(
                j.label_schema_version, j.guideline_version, j.active_seconds, j.simulated,
                extract(epoch from j.created_at)))::text as line
      from touchstone.judgement j
      cross join lateral (
        select answers, coalesce(
                 answers - 'answer' = '{}'
                 and jsonb_exists_any(answers -> 'answer', array['label', 'spans']), false)
                 as usual
        from (select touchstone.answers_of_judgement(j.id) as answers) said) s
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
