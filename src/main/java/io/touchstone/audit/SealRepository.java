package io.touchstone.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.database.Cursors;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SealRepository {

  private static final int FETCHED_AT_ONCE = 10;
  private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

  private final JdbcClient database;
  private final Json json;

  SealRepository(DataSource source, Json json) {
    this.database = Cursors.of(source, FETCHED_AT_ONCE);
    this.json = json;
  }

  private static final String LOCK =
      """
      select pg_try_advisory_xact_lock(hashtext('touchstone.audit_seal'))
      """;

  /** Whether this transaction, and no other node, may seal now. */
  boolean lock() {
    return database.sql(LOCK).query(Boolean.class).single();
  }

  private static final String TAKE =
      """
      with taken as (
        delete from touchstone.audit_unsealed
        where seq in (select seq from touchstone.audit_unsealed order by seq limit :limit)
        returning seq)
      select e.* from touchstone.audit_event e join taken t on t.seq = e.seq order by e.seq
      """;

  /** Takes the oldest events that no seal covers. */
  List<SealedEvent> take(int limit) {
    return database.sql(TAKE).param("limit", limit).query(this::event).list();
  }

  private static final String INSERT =
      """
      insert into touchstone.audit_seal (number, at, events, root, previous, hash, mac)
      values (:number, :at, :events, :root, :previous, :hash, :mac)
      """;

  void insert(Seal seal) {
    database
        .sql(INSERT)
        .param("number", seal.number())
        .param("at", Times.utc(seal.at()))
        .param("events", seal.events().toArray(Long[]::new))
        .param("root", seal.root())
        .param("previous", seal.previous())
        .param("hash", seal.hash())
        .param("mac", seal.mac())
        .update();
  }

  private static final String SEALS =
      """
      select * from touchstone.audit_seal order by number
      """;

  /** Shows every seal, the first one first; within a transaction. */
  void forEach(Consumer<Seal> visitor) {
    try (Stream<Seal> seals = database.sql(SEALS).query(SealRepository::seal).stream()) {
      seals.forEach(visitor);
    }
  }

  private static final String LAST =
      """
      select * from touchstone.audit_seal order by number desc limit 1
      """;

  Optional<Seal> last() {
    return database.sql(LAST).query(SealRepository::seal).optional();
  }

  private static final String HASH =
      """
      select hash from touchstone.audit_seal where number = :number
      """;

  /** Hash of a seal; empty if there is none of that number. */
  Optional<String> hash(long number) {
    return database.sql(HASH).param("number", number).query(String.class).optional();
  }

  private static final String EVENTS =
      """
      select * from touchstone.audit_event where seq = any(:events) order by seq
      """;

  /** The events of those numbers that are there. */
  List<StoredEvent> events(List<Long> numbers) {
    return database
        .sql(EVENTS)
        .param("events", numbers.toArray(Long[]::new))
        .query(this::stored)
        .list();
  }

  private static final String WAITING =
      """
      select e.* from touchstone.audit_event e
      join touchstone.audit_unsealed u on u.seq = e.seq order by e.seq
      """;

  /** The events that no seal covers. */
  List<StoredEvent> waiting() {
    return database.sql(WAITING).query(this::stored).list();
  }

  private static final String BEGINNING =
      """
      select coalesce(min(seq), 0) from touchstone.audit_event where action = 'recording_begun'
      """;

  /** Number of the event since which every event bears a keyed hash; 0 if it is gone. */
  long beginning() {
    return database.sql(BEGINNING).query(Long.class).single();
  }

  /** How many events there are, and how many of them no seal covers. */
  record Counts(long events, long waiting) {}

  private static final String COUNTS =
      """
      select (select count(*) from touchstone.audit_event) as events,
             (select count(*) from touchstone.audit_unsealed) as waiting
      """;

  Counts counts() {
    return database
        .sql(COUNTS)
        .query((row, number) -> new Counts(row.getLong("events"), row.getLong("waiting")))
        .single();
  }

  private StoredEvent stored(ResultSet row, int number) throws SQLException {
    return new StoredEvent(event(row, number), Optional.ofNullable(row.getString("mac")));
  }

  private SealedEvent event(ResultSet row, int number) throws SQLException {
    return new SealedEvent(
        row.getLong("seq"),
        Times.at(row, "at"),
        row.getString("actor"),
        row.getString("action"),
        row.getString("object"),
        json.read(row.getString("details"), DETAILS));
  }

  private static Seal seal(ResultSet row, int number) throws SQLException {
    return new Seal(
        row.getLong("number"),
        Times.at(row, "at"),
        List.of((Long[]) row.getArray("events").getArray()),
        row.getString("root"),
        row.getString("previous"),
        row.getString("hash"),
        row.getString("mac"));
  }
}
