package io.touchstone.health.standing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a batch has come to so far, counted per stage. */
@Repository
class BatchCounts {

  private final JdbcClient database;

  BatchCounts(JdbcClient database) {
    this.database = database;
  }

  /** Counts that are kept where the rows are written; a batch has few sources. */
  private static final String COUNT =
      """
      select b.verdicts, s.*, p.*,
        (select coalesce(sum(reviewed), 0) from touchstone.privacy_submission
          where batch_id = b.id) as reviewed,
        (select coalesce(sum(missed), 0) from touchstone.privacy_submission
          where batch_id = b.id) as missed,
        (select coalesce(max(records), 0) from touchstone.dataset_version
          where batch_id = b.id) as records
      from touchstone.batch b,
        lateral (select coalesce(sum(seen_rows), 0) as rows, coalesce(sum(ok_rows), 0) as items,
                        coalesce(sum(rejected_rows), 0) as rejected,
                        coalesce(sum(duplicate_rows), 0) as duplicates,
                        coalesce(sum(quarantined_rows), 0) as quarantined
                 from touchstone.source_object where batch_id = b.id) s,
        lateral (select coalesce(sum(items), 0) as assignments, count(*) as packages,
                        count(*) filter (where state = 'submitted') as submitted,
                        coalesce(sum(judgements), 0) as judgements
                 from touchstone.work_package
                 where batch_id = b.id and state <> 'withdrawn') p
      where b.id = :batch
      """;

  Map<String, Map<String, Long>> of(String batchId) {
    return database
        .sql(COUNT)
        .param("batch", batchId)
        .query(
            (row, number) -> {
              Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
              counts.put(
                  "ingestion",
                  Map.of(
                      "rows", row.getLong("rows"),
                      "rejected", row.getLong("rejected"),
                      "duplicates", row.getLong("duplicates"),
                      "quarantined", row.getLong("quarantined"),
                      "items", row.getLong("items"),
                      "reviewedForPrivacy", row.getLong("reviewed"),
                      "missedByDeidentification", row.getLong("missed")));
              counts.put(
                  "task-creation",
                  Map.of(
                      "assignments", row.getLong("assignments"),
                      "workPackages", row.getLong("packages")));
              counts.put(
                  "annotation",
                  Map.of(
                      "submittedPackages", row.getLong("submitted"),
                      "judgements", row.getLong("judgements")));
              counts.put("quality-assurance", Map.of("verdicts", row.getLong("verdicts")));
              counts.put("release", Map.of("records", row.getLong("records")));
              return counts;
            })
        .single();
  }
}
