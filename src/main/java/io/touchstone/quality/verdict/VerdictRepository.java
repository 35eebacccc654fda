package io.touchstone.quality.verdict;

import io.touchstone.platform.database.Times;
import io.touchstone.quality.round.AskedQuestions;
import io.touchstone.quality.round.RoundSql;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Verdicts, and the items that have none yet. */
@Repository
public class VerdictRepository {

  private final JdbcClient database;

  VerdictRepository(JdbcClient database) {
    this.database = database;
  }

  /**
   * In which rounds verdicts are made.
   *
   * @param report the newest report, to which they belong
   * @param labelling the batch's labelling round, whose routes hold
   */
  public record Rounds(int report, int labelling) {}

  /** Of verdicts just made the planner expects one, and would read the votes anew for each. */
  private static final String HASHED = "set local enable_nestloop = off";

  private static final String AS_USUAL = "set local enable_nestloop = on";

  private static final String SETTLE_ACCEPTED =
      RoundSql.CURRENT
          + ", "
          + RoundSql.UNDECIDED
          + ", "
          + RoundSql.ROUTES
          + """
          , """
          + RoundSql.MOST_GIVEN
          + """
          , settled as (
            insert into touchstone.verdict
              (batch_id, item_id, round, method, routing_rule, created_at, recording)
            select :batch, r.item_id, :report, 'majority', r.rule, :at, :recording
            from routes r
            join undecided u on u.item_id = r.item_id
            join most_given m on m.item_id = r.item_id
            where r.route = 'accept'
            returning id, item_id, batch_id),
          said as (
            insert into touchstone.verdict_answer
              (verdict_id, question, batch_id, item_id, answer)
            select s.id, a.question, s.batch_id, s.item_id, a.answer
            from settled s join most_given m on m.item_id = s.item_id
            cross join jsonb_each(m.answers) as a (question, answer))
          select count(*) from settled
          """;

  /**
   * Gives the accepted items that no reviewer has in hand the answer of most.
   *
   * @param recording number that the verdicts bear
   * @return how many were settled
   */
  public int settleAccepted(
      String batchId, AskedQuestions asked, Rounds rounds, long recording, Instant at) {
    database.sql(HASHED).update();
    int settled =
        settle(SETTLE_ACCEPTED, batchId, rounds, recording, at)
            .param("questions", asked.array())
            .param("conditions", asked.conditions())
            .query(Integer.class)
            .single();
    database.sql(AS_USUAL).update();
    return settled;
  }

  private static final String SETTLE_DECIDED =
      "with "
          + RoundSql.DECISIONS
          + ", "
          + RoundSql.ROUTES
          + """
          , settled as (
            insert into touchstone.verdict
              (batch_id, item_id, round, method, routing_rule, created_at, recording)
            select :batch, d.item_id, :report, 'adjudication', coalesce(r.rule, 'no-rule'), :at,
                   :recording
            from decisions d
            left join routes r on r.item_id = d.item_id
            where not exists (select 1 from touchstone.verdict v
                              where v.item_id = d.item_id and v.superseded_at is null)
            returning id, item_id, batch_id),
          said as (
            insert into touchstone.verdict_answer
              (verdict_id, question, batch_id, item_id, answer)
            select s.id, a.question, s.batch_id, s.item_id, a.answer
            from settled s
            join decisions d on d.item_id = s.item_id
            join touchstone.judgement_answer a on a.judgement_id = d.judgement_id)
          select count(*) from settled
          """;

  /**
   * Gives the items that an adjudicator has decided that answer.
   *
   * @param recording number that the verdicts bear
   * @return how many were settled
   */
  public int settleDecided(String batchId, Rounds rounds, long recording, Instant at) {
    return settle(SETTLE_DECIDED, batchId, rounds, recording, at).query(Integer.class).single();
  }

  private JdbcClient.StatementSpec settle(
      String sql, String batchId, Rounds rounds, long recording, Instant at) {
    return database
        .sql(sql)
        .param("batch", batchId)
        .param("report", rounds.report())
        .param("round", rounds.labelling())
        .param("recording", recording)
        .param("at", Times.utc(at));
  }

  private static final String TO_DO =
      """
      select count(*) from touchstone.work_package
      where batch_id = :batch and state in ('queued', 'open')
      """;

  /** Work packages of the batch that are still to be done. */
  int packagesToDo(String batchId) {
    return database.sql(TO_DO).param("batch", batchId).query(Integer.class).single();
  }

  private static final String SUPERSEDE =
      """
      update touchstone.verdict set superseded_at = :at, superseded_in = :recording
      where batch_id = :batch and item_id = any (:items::text[]) and superseded_at is null
      """;

  /**
   * Verdicts on items that are labelled again are kept and no longer count.
   *
   * @param recording number that this bears
   */
  int supersede(String batchId, List<String> items, long recording, Instant at) {
    return database
        .sql(SUPERSEDE)
        .param("batch", batchId)
        .param("items", items.toArray(String[]::new))
        .param("recording", recording)
        .param("at", Times.utc(at))
        .update();
  }

  private static final String REOPEN_DRAWN =
      "with "
          + RoundSql.UNDECIDED
          + """
          update touchstone.verdict v set superseded_at = :at, superseded_in = :recording
          from touchstone.audit_sample s
          where v.batch_id = :batch and v.superseded_at is null and v.method <> 'adjudication'
            and s.item_id = v.item_id and s.round = :round
            and exists (select 1 from in_hand h where h.item_id = v.item_id)
          """;

  /**
   * Drawn items that had to be settled for want of a reviewer, and that one has in hand now, are
   * settled by what that one says.
   *
   * @param round the batch's labelling round
   * @param recording number that this bears
   */
  int reopenDrawn(String batchId, int round, long recording, Instant at) {
    return database
        .sql(REOPEN_DRAWN)
        .param("batch", batchId)
        .param("round", round)
        .param("recording", recording)
        .param("at", Times.utc(at))
        .update();
  }

  private static final String COUNTS =
      """
      select count(*) filter (where v.item_id is null) as without_verdict,
             count(*) filter (where v.method = 'adjudication') as adjudicated
      from touchstone.item i
      left join (
        select distinct on (item_id) item_id, method from touchstone.verdict
        where batch_id = :batch and superseded_at is null order by item_id, round desc) v on v.item_id = i.id
      where i.batch_id = :batch
      """;

  /** How many items of the batch have no verdict, and how many an adjudicator's. */
  public SettledItems counts(String batchId) {
    return database
        .sql(COUNTS)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new SettledItems(row.getLong("without_verdict"), row.getLong("adjudicated")))
        .single();
  }
}
