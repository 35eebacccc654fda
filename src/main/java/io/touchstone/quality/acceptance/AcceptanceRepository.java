package io.touchstone.quality.acceptance;

import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sample on which a batch is accepted, and what was decided on it. */
@Repository
class AcceptanceRepository {

  private final JdbcClient database;
  private final Json json;

  AcceptanceRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  /** After a rejection only what has been settled since is a new lot. */
  private static final String LOT =
      """
      with rejected as (
        select coalesce(max(round), 0) as round from touchstone.label_request
        where batch_id = :batch and cause = 'rejection'),
      present as (
        select a.item_id, max(a.round) as round
        from touchstone.current_assignment a
        join touchstone.work_package p on p.id = a.work_package_id
        join touchstone.item i on i.id = a.item_id and i.batch_id = :batch
        where a.batch_id = :batch and p.kind = 'annotation'
          and p.state <> 'withdrawn'
        group by a.item_id)
      """;

  private static final String LOT_SIZE =
      LOT
          + """
          select count(distinct r.item_id)
          from touchstone.item_route r
          join present c on c.item_id = r.item_id and c.round <= r.round
          join rejected j on r.round >= j.round
          where r.batch_id = :batch and r.route = 'accept'
          """;

  /** Items that votes alone have settled, those of a rejected lot left out. */
  int lotSize(String batchId) {
    return database.sql(LOT_SIZE).param("batch", batchId).query(Integer.class).single();
  }

  private static final String DRAWN_FROM_REJECTED =
      LOT
          + """
          select count(*)
          from touchstone.audit_sample s
          join present c on c.item_id = s.item_id and c.round <= s.round
          join rejected j on s.round < j.round
          where s.batch_id = :batch
          """;

  /** Items that were drawn from a lot that was rejected since. */
  long drawnFromRejected(String batchId) {
    return database.sql(DRAWN_FROM_REJECTED).param("batch", batchId).query(Long.class).single();
  }

  /**
   * What the sample says.
   *
   * @param inspected items of it that a reviewer has decided
   * @param wrong of these, those to which the reviewer gave another answer than the votes
   */
  record Findings(int inspected, int wrong) {}

  private static final String FINDINGS =
      LOT
          + """
          , sample as (
            select o.correct
            from touchstone.audit_sample s
            join present c on c.item_id = s.item_id and c.round <= s.round
            join rejected j on s.round >= j.round
            join touchstone.audit_outcome o on o.audit_sample_id = s.id
            where s.batch_id = :batch
            order by s.id
            limit :size)
          select count(*) as inspected, count(*) filter (where not correct) as wrong from sample
          """;

  /**
   * The first items of the draw that a reviewer has decided; a larger audit than the plan asks for
   * must not make it stricter.
   *
   * @param sampleSize of the plan
   */
  Findings findings(String batchId, int sampleSize) {
    return database
        .sql(FINDINGS)
        .param("batch", batchId)
        .param("size", sampleSize)
        .query((row, number) -> new Findings(row.getInt("inspected"), row.getInt("wrong")))
        .single();
  }

  private static final String INSERT =
      """
      insert into touchstone.batch_acceptance
        (batch_id, round, labelling_round, verdict, acceptance, created_at, recording)
      select b.id, :round, b.labelling_round, :verdict, :acceptance::jsonb, :at, :recording
      from touchstone.batch b
      where b.id = :batch and :acceptance::jsonb is distinct from
        (select acceptance from touchstone.batch_acceptance
         where batch_id = :batch and round = :round and labelling_round = b.labelling_round
         order by id desc limit 1)
      """;

  /**
   * Keeps what was decided, unless it is what was decided last.
   *
   * @param round of the quality report on whose verdicts it was decided
   * @param recording number that it bears
   * @return whether it is kept anew
   */
  boolean insert(String batchId, int round, StoredAcceptance stored, long recording, Instant at) {
    return database
            .sql(INSERT)
            .param("batch", batchId)
            .param("round", round)
            .param("verdict", stored.acceptance().verdict())
            .param("acceptance", json.write(stored))
            .param("recording", recording)
            .param("at", Times.utc(at))
            .update()
        == 1;
  }
}
