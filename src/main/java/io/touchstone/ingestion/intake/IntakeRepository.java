package io.touchstone.ingestion.intake;

import io.touchstone.ingestion.item.SourceObject;
import io.touchstone.platform.database.Times;
import io.touchstone.project.BatchNumberRepository;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** New batches and their sources. */
@Repository
class IntakeRepository {

  private final JdbcClient database;
  private final BatchNumberRepository numbers;

  IntakeRepository(JdbcClient database, BatchNumberRepository numbers) {
    this.database = database;
    this.numbers = numbers;
  }

  private static final String TAKE_BACK =
      """
      update touchstone.upload_number taken set taken_at = :at, given_back = false
      from (select n.number from touchstone.upload_number n
            where n.project_key = :project and (n.given_back or n.taken_at < :stale)
              and not exists (select from touchstone.batch b
                              where b.id = :project || '-' || n.number)
            order by n.number limit 1 for update skip locked) free
      where taken.project_key = :project and taken.number = free.number
      returning taken.number
      """;

  private static final String NOTE_NUMBER =
      """
      insert into touchstone.upload_number (project_key, number, taken_at)
      values (:project, :number, :at)
      """;

  /**
   * A batch number of the project that nobody else gets: the lowest one that an upload gave back,
   * or the next.
   *
   * @param stale numbers taken before it, of which no batch was made, are free again
   */
  int takeNumber(String projectKey, Instant at, Instant stale) {
    return database
        .sql(TAKE_BACK)
        .param("project", projectKey)
        .param("at", Times.utc(at))
        .param("stale", Times.utc(stale))
        .query(Integer.class)
        .optional()
        .orElseGet(() -> takeNext(projectKey, at));
  }

  private int takeNext(String projectKey, Instant at) {
    int number = numbers.take(projectKey);
    database
        .sql(NOTE_NUMBER)
        .param("project", projectKey)
        .param("number", number)
        .param("at", Times.utc(at))
        .update();
    return number;
  }

  private static final String USE_NUMBER =
      """
      delete from touchstone.upload_number where project_key = :project and number = :number
      """;

  /** The number belongs to a batch now. */
  void useNumber(String projectKey, int number) {
    database.sql(USE_NUMBER).param("project", projectKey).param("number", number).update();
  }

  private static final String GIVE_BACK =
      """
      update touchstone.upload_number set given_back = true
      where project_key = :project and number = :number
      """;

  /** The next upload gets the number. */
  void giveBack(String projectKey, int number) {
    database.sql(GIVE_BACK).param("project", projectKey).param("number", number).update();
  }

  private static final String ONE_AT_A_TIME =
      """
      select key from touchstone.project where key = :project for no key update
      """;

  private static final String CAME_BEFORE =
      """
      select distinct on (s.delivery_digest) s.delivery_digest, b.id, b.created_at
      from touchstone.source_object s join touchstone.batch b on b.id = s.batch_id
      where s.delivery_digest = any (:digests::text[]) and b.project_key = :project
      order by s.delivery_digest, b.created_at desc
      """;

  /** The latest batch that a file is in. */
  record Earlier(String digest, String batchId, Instant at) {}

  /**
   * Which of these files the project has had before; until the transaction ends, nobody else begins
   * a batch of the project.
   */
  List<Earlier> earlier(String projectKey, List<String> digests) {
    database.sql(ONE_AT_A_TIME).param("project", projectKey).query(String.class).single();
    return database
        .sql(CAME_BEFORE)
        .param("project", projectKey)
        .param("digests", digests.toArray(String[]::new))
        .query(
            (row, number) ->
                new Earlier(
                    row.getString("delivery_digest"),
                    row.getString("id"),
                    Times.at(row, "created_at")))
        .list();
  }

  private static final String INSERT_SOURCE =
      """
      insert into touchstone.source_object
        (id, batch_id, position, media_type, bytes, digest, delivery_digest, object_key, rows,
         inner_archives)
      values (:id, :batch, :position, :type, :bytes, :digest, :delivery, :key, :rows, :inner)
      """;

  void insertSource(SourceObject source) {
    database
        .sql(INSERT_SOURCE)
        .param("id", source.id())
        .param("batch", source.batchId())
        .param("position", source.position())
        .param("type", source.format().mediaType())
        .param("bytes", source.bytes())
        .param("digest", source.digest())
        .param("delivery", source.deliveryDigest().orElse(null))
        .param("key", source.address().key())
        .param("rows", source.rows())
        .param("inner", source.layout().stored())
        .update();
  }

  private static final String WITHOUT_ROW =
      """
      select stored.key
      from unnest(:keys::text[]) as stored (key)
      where not exists (
        select from touchstone.source_object where object_key = stored.key)
        and not exists (
        select from touchstone.item_object
        where batch_id = split_part(stored.key, '/', 1)
          and object_id = split_part(stored.key, '/', 2))
      """;

  /** Those of the object keys that neither a source nor an item refers to. */
  List<String> withoutRow(List<String> keys) {
    return database
        .sql(WITHOUT_ROW)
        .param("keys", keys.toArray(String[]::new))
        .query(String.class)
        .list();
  }
}
