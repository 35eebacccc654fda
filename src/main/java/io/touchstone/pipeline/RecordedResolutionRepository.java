package io.touchstone.pipeline;

import io.touchstone.audit.RecordedRows;
import org.springframework.stereotype.Repository;

/** How held batches went on, as the event of each decision covers it. */
@Repository
class RecordedResolutionRepository implements RecordedRows {

  static final String KIND = "hold-resolution";

  private static final String ROWS =
      """
      select r.recording, r.gate_decision_id as row_id, coalesce(g.batch_id, '') as batch_id,
             coalesce(g.decision_key, 'gate decision ' || r.gate_decision_id) as place,
             jsonb_build_array(
               r.gate_decision_id, r.decision, r.decided_by, r.figures,
               extract(epoch from r.created_at))::text as line
      from touchstone.hold_resolution r
      left join touchstone.gate_decision g on g.id = r.gate_decision_id
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
