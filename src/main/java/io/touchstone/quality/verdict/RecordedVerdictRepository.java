package io.touchstone.quality.verdict;

import io.touchstone.audit.RecordedRows;
import org.springframework.stereotype.Repository;

/** Verdicts as the event of their settlement covers them; of spans the places and labels. */
@Repository
public class RecordedVerdictRepository implements RecordedRows {

  public static final String KIND = "verdict";

  private static final String ROWS =
      """
      select v.recording, v.id as row_id, v.batch_id, 'item ' || v.item_id as place,
             jsonb_build_array(
               v.id, v.batch_id, v.item_id, v.round, v.label,
               (select jsonb_agg(s.span - 'text' order by s.number)
                from jsonb_array_elements(v.spans) with ordinality as s (span, number)),
               v.method, v.routing_rule, extract(epoch from v.created_at))::text as line
      from touchstone.verdict v
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
