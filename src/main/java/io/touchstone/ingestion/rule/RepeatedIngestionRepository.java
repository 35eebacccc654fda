package io.touchstone.ingestion.rule;

import io.touchstone.platform.database.Times;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes a batch back to before its rows were read. */
@Repository
class RepeatedIngestionRepository {

  private final JdbcClient database;

  RepeatedIngestionRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String MADE_OTHERWISE =
      """
      select exists (
        select from touchstone.manifest_entry
        where batch_id = :batch and policy_sha256 <> :policy)
      and not exists (
        select from touchstone.source_object where batch_id = :batch and not finished)
      """;

  /** Whether all rows were read, some of them under other rules than these. */
  boolean isMadeOtherwise(String batchId, String policySha256) {
    return database
        .sql(MADE_OTHERWISE)
        .param("batch", batchId)
        .param("policy", policySha256)
        .query(Boolean.class)
        .single();
  }

  private static final String KEEP_MANIFEST =
      """
      insert into touchstone.manifest_entry_before
        (batch_id, making, source_id, row_number, entry, replaced_at)
      select m.batch_id,
             1 + (select coalesce(max(making), 0) from touchstone.manifest_entry_before
                  where batch_id = :batch),
             m.source_id, m.row_number,
             to_jsonb(m) || jsonb_strip_nulls(jsonb_build_object('object', to_jsonb(o))), :at
      from touchstone.manifest_entry m
      left join touchstone.object_entry o
        on o.source_id = m.source_id and o.row_number = m.row_number
      where m.batch_id = :batch
      """;

  /** In this order, because rows of the later tables are referred to by those of the earlier. */
  private static final List<String> UNDO =
      List.of(
          "delete from touchstone.manifest_entry where batch_id = :batch",
          """
          delete from touchstone.item_object where item_id in (
            select id from touchstone.item where batch_id = :batch)
          """,
          """
          delete from touchstone.item_replacing where item_id in (
            select id from touchstone.item where batch_id = :batch)
          """,
          """
          delete from touchstone.item_tie where item_id in (
            select id from touchstone.item where batch_id = :batch)
          """,
          "delete from touchstone.near_duplicate where batch_id = :batch",
          "delete from touchstone.near_duplicate_search where batch_id = :batch",
          "delete from touchstone.item where batch_id = :batch",
          "delete from touchstone.found_string where batch_id = :batch",
          "delete from touchstone.second_pass where batch_id = :batch",
          """
          update touchstone.source_object
          set next_offset = 0, next_row = 1, reader_state = '{}', finished = false
          where batch_id = :batch
          """);

  /**
   * Keeps the manifest's lines as they are and undoes what reading the rows has made.
   *
   * @return how many lines there were
   */
  int undo(String batchId, Instant at) {
    int lines =
        database.sql(KEEP_MANIFEST).param("batch", batchId).param("at", Times.utc(at)).update();
    UNDO.forEach(sql -> database.sql(sql).param("batch", batchId).update());
    return lines;
  }
}
