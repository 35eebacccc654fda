package io.touchstone.ingestion.manifest;

import io.touchstone.platform.database.Conditions;
import io.touchstone.platform.database.Times;
import io.touchstone.platform.security.project.KnownProjects;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ManifestOverviewRepository {

  private final JdbcClient database;

  ManifestOverviewRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String NEWEST =
      """
      select b.id, b.project_key, b.state, b.created_at, b.raw_erased_at, s.received, s.ok,
             s.rejected, s.duplicate, s.quarantined,
             (select max(at) from touchstone.manifest_seal where batch_id = b.id) as sealed_at
      from touchstone.batch b
      cross join lateral (
        select coalesce(sum(rows), 0) as received, coalesce(sum(ok_rows), 0) as ok,
               coalesce(sum(rejected_rows), 0) as rejected,
               coalesce(sum(duplicate_rows), 0) as duplicate,
               coalesce(sum(quarantined_rows), 0) as quarantined
        from touchstone.source_object where batch_id = b.id) s
      """;

  List<ManifestOverview.Entry> newest(KnownProjects known, int limit) {
    Conditions conditions =
        new Conditions().when(known.limit(), "b.project_key in (:known)", "known");
    return database
        .sql(NEWEST + conditions.where() + " order by b.created_at desc, b.id desc limit :limit")
        .params(conditions.parameters())
        .param("limit", limit)
        .query(
            (row, number) ->
                new ManifestOverview.Entry(
                    row.getString("id"),
                    row.getString("project_key"),
                    row.getString("state"),
                    Times.at(row, "created_at"),
                    row.getLong("received"),
                    row.getLong("ok"),
                    row.getLong("rejected"),
                    row.getLong("duplicate"),
                    row.getLong("quarantined"),
                    Times.maybeAt(row, "sealed_at"),
                    Times.maybeAt(row, "raw_erased_at")))
        .list();
  }

  private static final String SOURCES =
      """
      select id, media_type, bytes, digest, rows, ok_rows, rejected_rows, duplicate_rows,
             quarantined_rows
      from touchstone.source_object where batch_id = :batch order by position
      """;

  List<ManifestOverview.SourceCounts> sources(String batchId) {
    return database
        .sql(SOURCES)
        .param("batch", batchId)
        .query(ManifestOverviewRepository::source)
        .list();
  }

  private static ManifestOverview.SourceCounts source(ResultSet row, int number)
      throws SQLException {
    return new ManifestOverview.SourceCounts(
        row.getString("id"),
        row.getString("media_type"),
        row.getLong("bytes"),
        row.getString("digest"),
        row.getLong("rows"),
        row.getLong("ok_rows"),
        row.getLong("rejected_rows"),
        row.getLong("duplicate_rows"),
        row.getLong("quarantined_rows"));
  }

  private static final String TYPES =
      """
      select d.media_type as name, count(*) as count
      from touchstone.object_entry d join touchstone.source_object s on s.id = d.source_id
      where s.batch_id = :batch and d.media_type is not null group by d.media_type
      """;

  private static final String QUARANTINED =
      """
      select reason as name, count(*) as count
      from touchstone.manifest_entry
      where batch_id = :batch and status = 'quarantined' group by reason
      """;

  private static final String REMOVED =
      """
      select removed.key as name, sum(removed.value::bigint) as count
      from touchstone.object_entry d
      join touchstone.source_object s on s.id = d.source_id
      cross join lateral jsonb_each_text(d.removed) removed
      where s.batch_id = :batch group by removed.key
      """;

  private static final String DOUBTFUL =
      """
      select coalesce(sum(d.doubtful), 0)
      from touchstone.object_entry d join touchstone.source_object s on s.id = d.source_id
      where s.batch_id = :batch
      """;

  private static final String UNREAD =
      """
      select coalesce(sum(d.unread_pictures), 0)
      from touchstone.object_entry d join touchstone.source_object s on s.id = d.source_id
      where s.batch_id = :batch
      """;

  private static final String WORDS =
      """
      select coalesce(sum(d.%s_words), 0)
      from touchstone.object_entry d join touchstone.source_object s on s.id = d.source_id
      where s.batch_id = :batch
      """;

  ManifestOverview.Objects objects(String batchId) {
    return new ManifestOverview.Objects(
        counts(TYPES, batchId),
        counts(QUARANTINED, batchId),
        counts(REMOVED, batchId),
        database.sql(DOUBTFUL).param("batch", batchId).query(Long.class).single(),
        database.sql(UNREAD).param("batch", batchId).query(Long.class).single(),
        database.sql(WORDS.formatted("seen")).param("batch", batchId).query(Long.class).single(),
        database.sql(WORDS.formatted("lost")).param("batch", batchId).query(Long.class).single());
  }

  private static final String MASKS =
      """
      select mask.key as name, sum(mask.value::bigint) as count
      from touchstone.manifest_entry m cross join lateral jsonb_each_text(m.findings) mask
      where m.batch_id = :batch group by mask.key
      """;

  Map<String, Long> masks(String batchId) {
    return counts(MASKS, batchId);
  }

  private static final String POLICIES =
      """
      select policy_sha256 as name, count(*) as count
      from touchstone.manifest_entry where batch_id = :batch group by policy_sha256
      """;

  Map<String, Long> policies(String batchId) {
    return counts(POLICIES, batchId);
  }

  private static final String CORRECTED =
      """
      select coalesce(sum(corrected), 0) from touchstone.manifest_entry where batch_id = :batch
      """;

  long corrected(String batchId) {
    return database.sql(CORRECTED).param("batch", batchId).query(Long.class).single();
  }

  private static final String NEAR_DUPLICATES =
      """
      select count(near_duplicate_of) from touchstone.manifest_entry where batch_id = :batch
      """;

  long nearDuplicates(String batchId) {
    return database.sql(NEAR_DUPLICATES).param("batch", batchId).query(Long.class).single();
  }

  private Map<String, Long> counts(String sql, String batchId) {
    Map<String, Long> counts = new TreeMap<>();
    database
        .sql(sql)
        .param("batch", batchId)
        .query(
            row -> {
              counts.put(row.getString("name"), row.getLong("count"));
            });
    return counts;
  }
}
