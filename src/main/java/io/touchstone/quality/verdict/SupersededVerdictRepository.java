package io.touchstone.quality.verdict;

import io.touchstone.audit.RecordedRows;
import org.springframework.stereotype.Repository;

/** Which verdicts no longer count, and since when. */
@Repository
class SupersededVerdictRepository implements RecordedRows {

  static final String KIND = "superseded-verdict";

  private static final String ROWS =
      """
      select v.superseded_in as recording, v.id as row_id, v.batch_id,
             'item ' || v.item_id as place,
             jsonb_build_array(v.id, v.item_id, v.round, extract(epoch from v.superseded_at))::text
               as line
      from touchstone.verdict v
      where num_nonnulls(v.superseded_at, v.superseded_in) > 0
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
