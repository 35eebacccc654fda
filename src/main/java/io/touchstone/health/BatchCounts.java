package io.touchstone.health;

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

  private static final String COUNT =
      """
      select
        (select count(*) from touchstone.manifest_entry where batch_id = :batch) as rows,
        (select count(*) from touchstone.manifest_entry
          where batch_id = :batch and status = 'rejected') as rejected,
        (select count(*) from touchstone.manifest_entry
          where batch_id = :batch and status = 'duplicate') as duplicates,
        (select count(*) from touchstone.item where batch_id = :batch) as items,
        (select coalesce(sum(reviewed), 0) from touchstone.privacy_submission
          where batch_id = :batch) as reviewed,
        (select coalesce(sum(missed), 0) from touchstone.privacy_submission
          where batch_id = :batch) as missed,
        (select count(*) from touchstone.assignment where batch_id = :batch) as assignments,
        (select count(*) from touchstone.work_package where batch_id = :batch) as packages,
        (select count(*) from touchstone.work_package
          where batch_id = :batch and state = 'submitted') as submitted,
        (select count(*) from touchstone.judgement where batch_id = :batch) as judgements,
        (select count(distinct item_id) from touchstone.verdict
          where batch_id = :batch and superseded_at is null) as verdicts,
        (select coalesce(max(records), 0) from touchstone.dataset_version
          where batch_id = :batch) as records
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
