package io.touchstone.annotation;

import io.touchstone.audit.RecordedRows;
import org.springframework.stereotype.Repository;

/** Judgements as the event of their package covers them; of spans the places and labels. */
@Repository
class RecordedJudgementRepository implements RecordedRows {

  static final String KIND = "judgement";

  private static final String ROWS =
      """
      select j.recording, j.id as row_id, j.batch_id, 'item ' || j.item_id as place,
             jsonb_build_array(
               j.id, j.batch_id, j.assignment_id, j.item_id, j.annotator_id, j.role, j.label,
               (select jsonb_agg(s.span - 'text' order by s.number)
                from jsonb_array_elements(j.spans) with ordinality as s (span, number)),
               j.label_schema_version, j.guideline_version, j.active_seconds, j.simulated,
               extract(epoch from j.created_at))::text as line
      from touchstone.judgement j
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
