package io.touchstone.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.database.Cursors;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recorded rows as they are now, and what the events say of them. */
@Repository
class RecordingRepository {

  private static final int FETCHED_AT_ONCE = 1_000;

  private final JdbcClient database;
  private final Json json;

  RecordingRepository(DataSource source, Json json) {
    this.database = Cursors.of(source, FETCHED_AT_ONCE);
    this.json = json;
  }

  long next() {
    return database.sql("select nextval('touchstone.recording_number')").query(Long.class).single();
  }

  private static final String INSERT_MARKS =
      """
      insert into touchstone.recorded_rows (recording, marks) values (:recording, :marks)
      """;

  void insertMarks(long recording, byte[] marks) {
    database.sql(INSERT_MARKS).param("recording", recording).param("marks", marks).update();
  }

  private static final String MARKS =
      """
      select marks from touchstone.recorded_rows where recording = :recording
      """;

  Optional<byte[]> marks(long recording) {
    return database.sql(MARKS).param("recording", recording).query(byte[].class).optional();
  }

  private static final String OF_STEP =
      """
      select * from (%s) r where r.recording = :recording order by r.row_id, r.line collate "C"
      """;

  /** The rows of one step, in their order; within a transaction. */
  void forEach(RecordedRows kind, long recording, Consumer<RecordedRow> visitor) {
    try (Stream<RecordedRow> rows =
        database
            .sql(OF_STEP.formatted(kind.rows()))
            .param("recording", recording)
            .query(RecordingRepository::row)
            .stream()) {
      rows.forEach(visitor);
    }
  }

  private static final String RECORDED =
      """
      select * from (%s) r
      where r.recording is not null and (:batch::text is null or r.batch_id = :batch)
      order by r.recording, r.row_id, r.line collate "C"
      """;

  /**
   * The rows that bear a number, step by step; to be closed, within a transaction.
   *
   * @param batch of this batch only
   */
  Stream<RecordedRow> recorded(RecordedRows kind, Optional<String> batch) {
    return database
        .sql(RECORDED.formatted(kind.rows()))
        .param("batch", batch.orElse(null), Types.VARCHAR)
        .query(RecordingRepository::row)
        .stream();
  }

  private static final String OLDER =
      """
      select count(*) from (%s) r
      where r.recording is null and (:batch::text is null or r.batch_id = :batch)
      """;

  /** How many rows bear no number. */
  long older(RecordedRows kind, Optional<String> batch) {
    return database
        .sql(OLDER.formatted(kind.rows()))
        .param("batch", batch.orElse(null), Types.VARCHAR)
        .query(Long.class)
        .single();
  }

  /**
   * A step's event.
   *
   * @param seq number of the event
   */
  record Step(
      long seq, String action, String object, String batch, Instant at, Recording recording) {}

  private static final String STEPS =
      """
      select e.seq, e.action, e.object, e.at,
             coalesce(e.details ->> 'batch', substr(e.object, length('batch:') + 1)) as batch,
             (e.details -> 'recorded' ->> 'number')::bigint as number,
             (e.details -> 'recorded' ->> 'rows')::bigint as rows,
             e.details -> 'recorded' ->> 'sha256' as sha256
      from touchstone.audit_event e
      where e.details -> 'recorded' is not null and e.details -> 'recorded' ->> 'kind' = :kind
        and (:batch::text is null or e.object = 'batch:' || :batch or e.details ->> 'batch' = :batch)
      order by (e.details -> 'recorded' ->> 'number')::bigint, e.seq
      """;

  /** The steps that wrote rows of a kind, in the order of their numbers; to be closed. */
  Stream<Step> steps(String kind, Optional<String> batch) {
    return database
        .sql(STEPS)
        .param("kind", kind)
        .param("batch", batch.orElse(null), Types.VARCHAR)
        .query(
            (row, number) ->
                new Step(
                    row.getLong("seq"),
                    row.getString("action"),
                    row.getString("object"),
                    row.getString("batch"),
                    Times.at(row, "at"),
                    new Recording(
                        kind, row.getLong("number"), row.getLong("rows"), row.getString("sha256"))))
        .stream();
  }

  /**
   * What stood there when recording began.
   *
   * @param older rows by kind
   * @param deployments ids of the sets
   */
  record Beginning(Map<String, Long> older, List<String> deployments) {

    long older(String kind) {
      return older.getOrDefault(kind, 0L);
    }
  }

  private static final String BEGINNING =
      """
      select details from touchstone.audit_event where action = 'recording_begun' order by seq limit 1
      """;

  /** Empty if the trail has lost its beginning. */
  Optional<Beginning> beginning() {
    return database
        .sql(BEGINNING)
        .query(String.class)
        .optional()
        .map(details -> json.read(details, new TypeReference<Beginning>() {}));
  }

  private static final String BEGAN_LATER =
      """
      select exists (
        select 1 from touchstone.audit_event e
        where e.object = 'batch:' || :batch and e.action = 'batch_received'
          and e.seq > (select min(seq) from touchstone.audit_event where action = 'recording_begun'))
      """;

  /** Whether all of a batch's rows have to bear numbers. */
  boolean beganLater(String batch) {
    return database.sql(BEGAN_LATER).param("batch", batch).query(Boolean.class).single();
  }

  private static final String DEPLOYED =
      """
      select object, details ->> 'set' as sha256 from touchstone.audit_event where action = :action
      """;

  /** Hash of each set by the object of its event, the first event where there are several. */
  Map<String, String> deployed(String action) {
    try (Stream<Map.Entry<String, String>> events =
        database
            .sql(DEPLOYED + " order by seq")
            .param("action", action)
            .query((row, number) -> Map.entry(row.getString("object"), row.getString("sha256")))
            .stream()) {
      return events.collect(
          Collectors.toMap(
              Map.Entry::getKey, Map.Entry::getValue, (first, later) -> first, LinkedHashMap::new));
    }
  }

  private static RecordedRow row(ResultSet row, int number) throws SQLException {
    long recording = row.getLong("recording");
    return new RecordedRow(
        row.wasNull() ? Optional.empty() : Optional.of(recording),
        row.getString("batch_id"),
        row.getString("place"),
        row.getString("line"));
  }
}
