package io.touchstone.quality.measurement;

import io.touchstone.audit.RecordedRows;
import org.springframework.stereotype.Repository;

/** Quality reports as the event of their measurement covers them. */
@Repository
public class RecordedReportRepository implements RecordedRows {

  public static final String KIND = "quality-report";

  private static final String ROWS =
      """
      select q.recording, q.round::bigint as row_id, q.batch_id, 'round ' || q.round as place,
             jsonb_build_array(
               q.batch_id, q.round, q.numbers, q.inputs_sha256,
               extract(epoch from q.created_at))::text as line
      from touchstone.quality_report q
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
