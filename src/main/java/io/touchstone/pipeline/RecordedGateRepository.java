package io.touchstone.pipeline;

import io.touchstone.audit.RecordedRows;
import org.springframework.stereotype.Repository;

/** Gate decisions as the event of each covers it. */
@Repository
class RecordedGateRepository implements RecordedRows {

  static final String KIND = "gate-decision";

  private static final String ROWS =
      """
      select g.recording, g.id as row_id, g.batch_id, g.decision_key || ' at ' || g.stage as place,
             jsonb_build_array(
               g.id, g.batch_id, g.stage, g.decision_key, g.decision_version,
               g.decision_definition_id, g.inputs, g.verdict, g.rule, g.because,
               extract(epoch from g.created_at))::text as line
      from touchstone.gate_decision g
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
