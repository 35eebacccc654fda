package io.touchstone.quality.verdict;

import io.touchstone.platform.database.Times;
import io.touchstone.quality.round.AskedQuestions;
import io.touchstone.quality.round.RoundSql;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items drawn for the random audit, and what reviewers have found. */
@Repository
public class AuditSampleRepository {

  private final JdbcClient database;

  AuditSampleRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String COUNT =
      """
      with present as (
        select a.item_id, max(a.round) as round
        from touchstone.current_assignment a
        join touchstone.work_package p on p.id = a.work_package_id
        join touchstone.item i on i.id = a.item_id and i.batch_id = :batch
        where a.batch_id = :batch and p.kind = 'annotation'
          and p.state <> 'withdrawn'
        group by a.item_id)
      select (select count(distinct r.item_id)
              from touchstone.item_route r
              join present c on c.item_id = r.item_id and c.round <= r.round
              where r.batch_id = :batch and r.route = 'accept') as accepted,
             count(*) as drawn, count(o.correct) as audited,
             count(*) filter (where not o.correct) as wrong
      from touchstone.audit_sample s
      join present c on c.item_id = s.item_id and c.round <= s.round
      left join touchstone.audit_outcome o on o.audit_sample_id = s.id
      where s.batch_id = :batch
      """;

  /** What has been drawn and found; items that were labelled again since are left out. */
  public AuditCount count(String batchId) {
    return database
        .sql(COUNT)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new AuditCount(
                    row.getLong("accepted"),
                    row.getLong("drawn"),
                    row.getLong("audited"),
                    row.getLong("wrong")))
        .single();
  }

  private static final String ACCEPTED =
      "with "
          + RoundSql.UNDECIDED
          + ", "
          + RoundSql.ROUTES
          + """
          select r.item_id from routes r join undecided u on u.item_id = r.item_id
          where r.route = 'accept'
            and not exists (select 1 from touchstone.audit_sample s
                            where s.item_id = r.item_id and s.round = :round)
          order by r.item_id collate "C"
          """;

  /**
   * Accepted items without a verdict that were not drawn before.
   *
   * @param round the batch's labelling round
   */
  List<String> accepted(String batchId, int round) {
    return database
        .sql(ACCEPTED)
        .param("batch", batchId)
        .param("round", round)
        .query(String.class)
        .list();
  }

  private static final String SEEN_BY_NOBODY =
      "with "
          + RoundSql.UNDECIDED
          + """
          select s.item_id from touchstone.audit_sample s
          where s.batch_id = :batch and s.round = :round
            and not exists (select 1 from decisions d where d.item_id = s.item_id)
            and not exists (select 1 from in_hand h where h.item_id = s.item_id)
          order by s.id
          """;

  /** Items drawn in a labelling round that no reviewer has decided or has in hand. */
  List<String> seenByNobody(String batchId, int round) {
    return database
        .sql(SEEN_BY_NOBODY)
        .param("batch", batchId)
        .param("round", round)
        .query(String.class)
        .list();
  }

  private static final String INSERT =
      RoundSql.CURRENT
          + """
          , """
          + RoundSql.MOST_GIVEN.replace(
              "from current", "from current where item_id = any (:items::text[])")
          + """
          insert into touchstone.audit_sample (batch_id, item_id, round, answers, drawn_at)
          select :batch, d.item_id, :round, m.answers, :at
          from unnest(:items::text[]) with ordinality as d (item_id, position)
          join most_given m on m.item_id = d.item_id
          order by d.position
          """;

  /**
   * Keeps what was drawn, with the answer that had been accepted.
   *
   * @param items in the order in which they were drawn, which their ids keep
   */
  void insert(String batchId, AskedQuestions asked, int round, List<String> items, Instant at) {
    database
        .sql(INSERT)
        .param("batch", batchId)
        .param("questions", asked.array())
        .param("conditions", asked.conditions())
        .param("round", round)
        .param("items", items.toArray(String[]::new))
        .param("at", Times.utc(at))
        .update();
  }

  private static final String NOTE_OUTCOMES =
      "with "
          + RoundSql.DECISIONS
          + """
          insert into touchstone.audit_outcome (audit_sample_id, judgement_id, correct, created_at)
          select s.id, d.judgement_id,
                 touchstone.answers_same(
                   touchstone.answers_of_judgement(d.judgement_id), s.answers, :sameFrom::jsonb), :at
          from touchstone.audit_sample s
          join decisions d on d.item_id = s.item_id
          where s.batch_id = :batch and s.round = :round
            and not exists (select 1 from touchstone.audit_outcome o where o.audit_sample_id = s.id)
          """;

  /**
   * Notes what reviewers have said of drawn items since.
   *
   * @param round the batch's labelling round
   * @param sameFrom by question, from which agreement on two answers are the same
   * @return how many outcomes are new
   */
  int noteOutcomes(String batchId, int round, String sameFrom, Instant at) {
    return database
        .sql(NOTE_OUTCOMES)
        .param("batch", batchId)
        .param("round", round)
        .param("sameFrom", sameFrom)
        .param("at", Times.utc(at))
        .update();
  }
}
