package io.touchstone.quality.acceptance;

import io.touchstone.audit.RecordedRows;
import org.springframework.stereotype.Repository;

/** What blind samples decided, as the event of each decision covers it. */
@Repository
class RecordedAcceptanceRepository implements RecordedRows {

  static final String KIND = "batch-acceptance";

  private static final String ROWS =
      """
      select a.recording, a.id as row_id, a.batch_id, 'round ' || a.round as place,
             jsonb_build_array(
               a.id, a.batch_id, a.round, a.labelling_round, a.verdict, a.acceptance,
               extract(epoch from a.created_at))::text as line
      from touchstone.batch_acceptance a
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
