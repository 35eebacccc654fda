package io.touchstone.ingestion;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.database.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rounds of the privacy review, what was drawn for them and what was decided. */
@Repository
class PrivacyReviewRepository {

  private static final TypeReference<List<MissedSpan>> SPANS = new TypeReference<>() {};

  private final JdbcClient database;
  private final Json json;

  PrivacyReviewRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  /** Counts over all rounds of a batch. */
  record Tally(int population, int round, int waiting, int reviewed, int missed) {}

  private static final String TALLY =
      """
      select (select count(*) from touchstone.item where batch_id = :batch) as population,
             coalesce(max(r.round), 0) as round,
             coalesce(sum(r.drawn) filter (where s.round is null), 0) as waiting,
             coalesce(sum(s.reviewed), 0) as reviewed,
             coalesce(sum(s.missed), 0) as missed
      from touchstone.privacy_review r
      left join touchstone.privacy_submission s on s.batch_id = r.batch_id and s.round = r.round
      where r.batch_id = :batch
      """;

  Tally tally(String batchId) {
    return database
        .sql(TALLY)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new Tally(
                    row.getInt("population"),
                    row.getInt("round"),
                    row.getInt("waiting"),
                    row.getInt("reviewed"),
                    row.getInt("missed")))
        .single();
  }

  private static final String UNDRAWN =
      """
      select i.id from touchstone.item i
      where i.batch_id = :batch and not exists (
        select from touchstone.privacy_review_item d where d.item_id = i.id)
      order by i.id
      """;

  /** The items of the batch that no round has drawn yet. */
  List<String> undrawn(String batchId) {
    return database.sql(UNDRAWN).param("batch", batchId).query(String.class).list();
  }

  private static final String ADD_ROUND =
      """
      insert into touchstone.privacy_review
        (batch_id, round, population, drawn, leak_limit, created_at)
      values (:batch, :round, :population, :drawn, :limit, :at)
      """;

  private static final String ADD_ITEMS =
      """
      insert into touchstone.privacy_review_item (id, batch_id, round, position, item_id)
      select n.id, :batch, :round, n.position, n.item
      from unnest(:ids::text[], :items::text[]) with ordinality as n (id, item, position)
      """;

  /**
   * @param ids of the drawn items within the review, in the order in which they are shown
   * @param items their item ids
   */
  void addRound(
      String batchId,
      int round,
      int population,
      double limit,
      List<String> ids,
      List<String> items,
      Instant at) {
    database
        .sql(ADD_ROUND)
        .param("batch", batchId)
        .param("round", round)
        .param("population", population)
        .param("drawn", items.size())
        .param("limit", limit)
        .param("at", utc(at))
        .update();
    database
        .sql(ADD_ITEMS)
        .param("batch", batchId)
        .param("round", round)
        .param("ids", ids.toArray(String[]::new))
        .param("items", items.toArray(String[]::new))
        .update();
  }

  /** A round that waits for the officer. */
  record OpenRound(int round, int population, double limit) {}

  private static final String OPEN_ROUND =
      """
      select r.round, r.population, r.leak_limit from touchstone.privacy_review r
      where r.batch_id = :batch and not exists (
        select from touchstone.privacy_submission s
        where s.batch_id = r.batch_id and s.round = r.round)
      """;

  Optional<OpenRound> openRound(String batchId) {
    return database
        .sql(OPEN_ROUND)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new OpenRound(
                    row.getInt("round"), row.getInt("population"), row.getDouble("leak_limit")))
        .optional();
  }

  private static final String LOCK =
      """
      select round from touchstone.privacy_review where batch_id = :batch for update
      """;

  /** As {@link #openRound}, after whoever decides or submits at the same moment is done. */
  Optional<OpenRound> lockOpenRound(String batchId) {
    database.sql(LOCK).param("batch", batchId).query(Integer.class).list();
    return openRound(batchId);
  }

  /** An item of a round with what is decided of it so far. */
  record Drawn(
      String id,
      String itemId,
      String text,
      OffsetMap offsets,
      String decision,
      List<MissedSpan> spans) {}

  private static final String DRAWN =
      """
      select d.id, d.item_id, i.text, i.offset_map,
             coalesce(l.decision, 'undecided') as decision, coalesce(l.spans, '[]') as spans
      from touchstone.privacy_review_item d
      join touchstone.item i on i.id = d.item_id
      left join lateral (
        select decision, spans from touchstone.privacy_decision
        where review_item_id = d.id order by id desc limit 1) l on true
      where d.batch_id = :batch and d.round = :round
      """;

  private static final String DRAWN_OF_ROUND = DRAWN + " order by d.position";

  List<Drawn> drawn(String batchId, int round) {
    return database
        .sql(DRAWN_OF_ROUND)
        .param("batch", batchId)
        .param("round", round)
        .query(this::drawn)
        .list();
  }

  private static final String ONE_DRAWN = DRAWN + " and d.id = :id";

  Optional<Drawn> drawn(String batchId, int round, String id) {
    return database
        .sql(ONE_DRAWN)
        .param("batch", batchId)
        .param("round", round)
        .param("id", id)
        .query(this::drawn)
        .optional();
  }

  private Drawn drawn(ResultSet row, int number) throws SQLException {
    return new Drawn(
        row.getString("id"),
        row.getString("item_id"),
        row.getString("text"),
        json.read(row.getString("offset_map"), OffsetMap.class),
        row.getString("decision"),
        json.read(row.getString("spans"), SPANS));
  }

  /** How many items of a round are decided which way. */
  record Progress(int total, int clean, int missed) {

    int undecided() {
      return total - clean - missed;
    }
  }

  private static final String PROGRESS =
      """
      select count(*) as total,
             count(*) filter (where l.decision = 'clean') as clean,
             count(*) filter (where l.decision = 'missed') as missed
      from touchstone.privacy_review_item d
      left join lateral (
        select decision from touchstone.privacy_decision
        where review_item_id = d.id order by id desc limit 1) l on true
      where d.batch_id = :batch and d.round = :round
      """;

  Progress progress(String batchId, int round) {
    return database
        .sql(PROGRESS)
        .param("batch", batchId)
        .param("round", round)
        .query(
            (row, number) ->
                new Progress(row.getInt("total"), row.getInt("clean"), row.getInt("missed")))
        .single();
  }

  private static final String DECIDE =
      """
      insert into touchstone.privacy_decision
        (review_item_id, decision, spans, decided_by, decided_at)
      values (:id, :decision, :spans::jsonb, :person, :at)
      """;

  void decide(String id, String decision, List<MissedSpan> spans, String personId, Instant at) {
    database
        .sql(DECIDE)
        .param("id", id)
        .param("decision", decision)
        .param("spans", json.write(spans))
        .param("person", personId)
        .param("at", utc(at))
        .update();
  }

  private static final String SUBMIT =
      """
      insert into touchstone.privacy_submission
        (batch_id, round, reviewed, missed, submitted_by, submitted_at)
      values (:batch, :round, :reviewed, :missed, :person, :at)
      """;

  void submit(String batchId, int round, Progress progress, String personId, Instant at) {
    database
        .sql(SUBMIT)
        .param("batch", batchId)
        .param("round", round)
        .param("reviewed", progress.total())
        .param("missed", progress.missed())
        .param("person", personId)
        .param("at", utc(at))
        .update();
  }

  private static OffsetDateTime utc(Instant at) {
    return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
