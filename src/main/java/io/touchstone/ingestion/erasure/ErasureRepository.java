package io.touchstone.ingestion.erasure;

import io.touchstone.platform.database.Times;
import io.touchstone.platform.store.EncryptedObjects;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class ErasureRepository {

  private final JdbcClient database;

  ErasureRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String ERASED_AT =
      """
      select raw_erased_at from touchstone.batch
      where id = :batch and raw_erased_at is not null
      """;

  /** When the batch's key was destroyed, if it was. */
  public Optional<Instant> erasedAt(String batchId) {
    return database
        .sql(ERASED_AT)
        .param("batch", batchId)
        .query((row, number) -> Times.at(row, "raw_erased_at"))
        .optional();
  }

  private static final String DUE =
      """
      select b.id from touchstone.batch b
      join touchstone.project_version p
        on p.project_key = b.project_key and p.version = b.project_version
      where b.state in ('done', 'stopped') and b.raw_erased_at is null
        and p.settings ->> 'rawRetentionDays' is not null
        and b.ended_at + make_interval(days => (p.settings ->> 'rawRetentionDays')::integer) <= :now
        and not exists (
          select from touchstone.audit_event e
          where e.object = 'batch:' || b.id
            and e.action in ('erasure_due', 'erasure_asked_for'))
      order by b.id
      for update of b
      """;

  /** Batches whose raw objects are kept long enough by their project's rule. */
  List<String> due(Instant now) {
    return database.sql(DUE).param("now", Times.utc(now)).query(String.class).list();
  }

  private static final List<String> FORGET =
      List.of(
          """
          delete from touchstone.item_replacing r using touchstone.item i
          where i.id = r.item_id and i.batch_id = :batch
          """,
          """
          delete from touchstone.item_tie t using touchstone.item i
          where i.id = t.item_id and i.batch_id = :batch
          """);

  /** Removes what would tell which items are by or about the same person. */
  void forgetPersons(String batchId) {
    FORGET.forEach(sql -> database.sql(sql).param("batch", batchId).update());
  }

  private static final String OBJECTS =
      """
      select batch_id, object_key from touchstone.source_object
      where batch_id = :batch order by position
      """;

  List<EncryptedObjects.Address> objects(String batchId) {
    return database
        .sql(OBJECTS)
        .param("batch", batchId)
        .query(
            (row, number) -> {
              String key = row.getString("object_key");
              return new EncryptedObjects.Address(
                  row.getString("batch_id"), key.substring(key.indexOf('/') + 1));
            })
        .list();
  }
}
