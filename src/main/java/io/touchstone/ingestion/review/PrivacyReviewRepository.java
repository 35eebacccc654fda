package io.touchstone.ingestion.review;

import io.touchstone.deidentification.MissedSpan;
import io.touchstone.deidentification.cleaning.image.AreaCover;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rounds of the privacy review, what was drawn for them and what was decided. */
@Repository
class PrivacyReviewRepository {

  private final JdbcClient database;
  private final Json json;

  PrivacyReviewRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  /**
   * Counts over the rounds that look at the items as they were made last.
   *
   * @param round how many rounds there are of these
   * @param waiting texts on a sheet that is not submitted yet
   */
  record Tally(
      int round, int waiting, int reviewed, int missed, int riskReviewed, int riskMissed) {}

  private static final String TALLY =
      """
      select (select count(*) from touchstone.privacy_review
              where batch_id = :batch and run = :run) as round,
             (select count(*) from touchstone.privacy_review_item d
              where d.batch_id = :batch and d.run = :run and not exists (
                select from touchstone.privacy_submission s
                where s.batch_id = d.batch_id and s.round = d.round)) as waiting,
             coalesce(sum(s.reviewed), 0) as reviewed,
             coalesce(sum(s.missed), 0) as missed,
             coalesce(sum(s.risk_reviewed), 0) as risk_reviewed,
             coalesce(sum(s.risk_missed), 0) as risk_missed
      from touchstone.privacy_review r
      join touchstone.privacy_submission s on s.batch_id = r.batch_id and s.round = r.round
      where r.batch_id = :batch and r.run = :run
      """;

  Tally tally(String batchId, int run) {
    return database
        .sql(TALLY)
        .param("batch", batchId)
        .param("run", run)
        .query(
            (row, number) ->
                new Tally(
                    row.getInt("round"),
                    row.getInt("waiting"),
                    row.getInt("reviewed"),
                    row.getInt("missed"),
                    row.getInt("risk_reviewed"),
                    row.getInt("risk_missed")))
        .single();
  }

  private static final String LATEST =
      """
      select round, run, policy_sha256 from touchstone.privacy_review
      where batch_id = :batch order by round desc limit 1
      """;

  /** Which run the latest round belongs to, and the rules that its items went through. */
  record Latest(int round, int run, Optional<String> policy) {}

  /** The latest round; empty before the first. */
  Optional<Latest> latest(String batchId) {
    return database
        .sql(LATEST)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new Latest(
                    row.getInt("round"),
                    row.getInt("run"),
                    Optional.ofNullable(row.getString("policy_sha256"))))
        .optional();
  }

  private static final String ADD_ROUND =
      """
      insert into touchstone.privacy_review
        (batch_id, round, run, population, drawn, leak_limit, policy_sha256, created_at)
      values (:batch, :round, :run, :population, :drawn, :limit, :policy, :at)
      """;

  private static final String ADD_ITEMS =
      """
      insert into touchstone.privacy_review_item
        (id, batch_id, round, run, position, item_id, kind)
      select n.id, :batch, :round, :run, n.position, n.item, n.kind
      from unnest(:ids::text[], :items::text[], :kinds::text[])
        with ordinality as n (id, item, kind, position)
      """;

  /** A text that is put on a sheet. */
  record NewRow(String id, String itemId, SheetRow.Kind kind) {}

  /**
   * @param policy digest of the rules that all rows went through, or a word where there were
   *     several
   * @param rows in the order in which they are shown
   */
  void addRound(
      String batchId,
      int round,
      int run,
      int population,
      double limit,
      String policy,
      List<NewRow> rows,
      Instant at) {
    database
        .sql(ADD_ROUND)
        .param("batch", batchId)
        .param("round", round)
        .param("run", run)
        .param("population", population)
        .param("drawn", rows.stream().filter(row -> row.kind() == SheetRow.Kind.RANDOM).count())
        .param("limit", limit)
        .param("policy", policy)
        .param("at", Times.utc(at))
        .update();
    database
        .sql(ADD_ITEMS)
        .param("batch", batchId)
        .param("round", round)
        .param("run", run)
        .param("ids", rows.stream().map(NewRow::id).toArray(String[]::new))
        .param("items", rows.stream().map(NewRow::itemId).toArray(String[]::new))
        .param("kinds", rows.stream().map(row -> row.kind().id()).toArray(String[]::new))
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

  /** Rows of an append-only table cannot be locked: that takes the right to change them. */
  private static final String LOCK =
      """
      select pg_advisory_xact_lock(hashtext('touchstone.privacy_review ' || :batch))
      """;

  /** As {@link #openRound}, after whoever decides or submits at the same moment is done. */
  Optional<OpenRound> lockOpenRound(String batchId) {
    database.sql(LOCK).param("batch", batchId).query(rows -> {});
    return openRound(batchId);
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
        (review_item_id, decision, spans, areas, decided_by, decided_at)
      values (:id, :decision, :spans::jsonb, :areas::jsonb, :person, :at)
      """;

  void decide(
      String id,
      String decision,
      List<MissedSpan> spans,
      List<AreaCover.Area> areas,
      String personId,
      Instant at) {
    database
        .sql(DECIDE)
        .param("id", id)
        .param("decision", decision)
        .param("spans", json.write(spans))
        .param("areas", json.write(areas))
        .param("person", personId)
        .param("at", Times.utc(at))
        .update();
  }

  private static final String CORRECTED_BEFORE =
      """
      select c.item_id from touchstone.privacy_correction c
      join touchstone.privacy_review r on r.batch_id = c.batch_id and r.round = c.round
      where c.batch_id = :batch and r.policy_sha256 = (
        select policy_sha256 from touchstone.privacy_review
        where batch_id = :batch and round = :round)
      """;

  /** Items in which earlier rounds under the same rules found a miss, there or elsewhere. */
  Set<String> correctedBefore(String batchId, int round) {
    return Set.copyOf(
        database
            .sql(CORRECTED_BEFORE)
            .param("batch", batchId)
            .param("round", round)
            .query(String.class)
            .set());
  }

  private static final String SUBMIT =
      """
      insert into touchstone.privacy_submission
        (batch_id, round, reviewed, missed, risk_reviewed, risk_missed, planted, planted_seen,
         submitted_by, submitted_at)
      values (:batch, :round, :reviewed, :missed, :riskReviewed, :riskMissed, :planted, :seen,
              :person, :at)
      """;

  void submit(String batchId, int round, SheetOutcome outcome, String personId, Instant at) {
    database
        .sql(SUBMIT)
        .param("batch", batchId)
        .param("round", round)
        .param("reviewed", outcome.reviewed())
        .param("missed", outcome.missed())
        .param("riskReviewed", outcome.riskReviewed())
        .param("riskMissed", outcome.riskMissed())
        .param("planted", outcome.planted())
        .param("seen", outcome.plantedSeen())
        .param("person", personId)
        .param("at", Times.utc(at))
        .update();
  }
}
