package io.touchstone.quality.measurement;

import io.touchstone.assist.BiasFinding;
import io.touchstone.assist.SourceAccuracy;
import io.touchstone.platform.database.Times;
import io.touchstone.statistics.StratifiedDifference.Stratum;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people said with a suggestion in view and without, and what was made of it before. */
@Repository
class ArmCountRepository implements BiasFinding {

  private final JdbcClient database;

  ArmCountRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String ARMED =
      """
      with current as (
        select j.id, j.assignment_id, j.item_id, j.annotator_id,
               jsonb_object_agg(j.question, j.answer) as said
        from touchstone.current_answer j
        where j.batch_id = :batch and j.role = 'annotator'
        group by j.id, j.assignment_id, j.item_id, j.annotator_id),
      armed as (
        select c.annotator_id, r.arm, r.suggestion_id is not null as own, c.said = r.suggested as same,
               c.said = r.decoy as wrong, coalesce(n.accepted, false) as accepted
        from current c
        join touchstone.assignment_arm r on r.assignment_id = c.assignment_id
        left join touchstone.judgement_assist n on n.judgement_id = c.id)
      """;

  private static final String COUNT =
      ARMED
          + """
          , unassisted as (
            select c.item_id, c.said, count(*) as votes
            from current c
            join touchstone.item i on i.id = c.item_id and i.batch_id = :batch
            where not exists (select from touchstone.suggestion s where s.item_id = c.item_id)
            group by c.item_id, c.said),
          pairs as (
            select sum(votes * (votes - 1)) / (sum(votes) * (sum(votes) - 1)) as agreement
            from unassisted group by item_id having sum(votes) >= 2)
          select count(*) filter (where own and arm = 'shown') as shown,
                 count(*) filter (where own and arm = 'shown' and same) as shown_same,
                 count(*) filter (where own and arm = 'blind') as blind,
                 count(*) filter (where own and arm = 'blind' and same) as blind_same,
                 count(*) filter (where arm = 'planted') as planted,
                 count(*) filter (where arm = 'planted' and wrong) as planted_same,
                 count(*) filter (where arm = 'blind') as unplanted,
                 count(*) filter (where arm = 'blind' and wrong) as unplanted_same,
                 count(*) filter (where accepted) as accepted,
                 (select count(*) from pairs) as unassisted_items,
                 (select avg(agreement)::double precision from pairs) as unassisted_agreement
          from armed
          """;

  private static final String PEOPLE =
      ARMED
          + """
          select count(*) filter (where arm = 'shown') as shown,
                 count(*) filter (where arm = 'shown' and same) as shown_same,
                 count(*) filter (where arm = 'blind') as blind,
                 count(*) filter (where arm = 'blind' and same) as blind_same
          from armed where own group by annotator_id order by annotator_id
          """;

  private List<Stratum> people(String batchId) {
    return database
        .sql(PEOPLE)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new Stratum(
                    row.getLong("shown_same"),
                    row.getLong("shown"),
                    row.getLong("blind_same"),
                    row.getLong("blind")))
        .list();
  }

  private static final String ANY =
      """
      select exists (select from touchstone.assignment_arm where batch_id = :batch)
      """;

  ArmCounts count(String batchId) {
    if (!database.sql(ANY).param("batch", batchId).query(Boolean.class).single()) {
      return ArmCounts.NONE;
    }
    List<Stratum> people = people(batchId);
    return database
        .sql(COUNT)
        .param("batch", batchId)
        .query(
            (row, number) -> {
              double agreement = row.getDouble("unassisted_agreement");
              OptionalDouble defined =
                  row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(agreement);
              return new ArmCounts(
                  row.getLong("shown"),
                  row.getLong("shown_same"),
                  row.getLong("blind"),
                  row.getLong("blind_same"),
                  row.getLong("planted"),
                  row.getLong("planted_same"),
                  row.getLong("unplanted"),
                  row.getLong("unplanted_same"),
                  row.getLong("accepted"),
                  row.getLong("unassisted_items"),
                  defined,
                  people);
            })
        .single();
  }

  private static final String SETTLED =
      """
      select count(*) as settled,
             count(*) filter (where touchstone.answers_of_verdict(v.id) = s.suggested) as right
      from touchstone.batch b
      join touchstone.suggestion s on s.batch_id = b.id and s.rank = 1
      join touchstone.verdict v on v.item_id = s.item_id and v.superseded_at is null
      where b.project_key = :project and b.id <> :batch
        and (s.model, s.version) in (select model, version from touchstone.suggestion
                                     where batch_id = :batch and rank = 1)
      """;

  @Override
  public SourceAccuracy.Settled settled(String projectKey, String batchId) {
    return database
        .sql(SETTLED)
        .param("project", projectKey)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new SourceAccuracy.Settled(row.getLong("settled"), row.getLong("right")))
        .single();
  }

  private static final String PLANTED_SINCE =
      """
      select count(*)
      from touchstone.judgement_assist n
      join touchstone.judgement j on j.id = n.judgement_id
      join touchstone.batch b on b.id = j.batch_id
      where b.project_key = (select project_key from touchstone.batch where id = :batch)
        and n.arm = 'planted' and j.created_at > :since
      """;

  /** Judgements with a planted suggestion in view, in all batches of the batch's project. */
  long plantedSince(String batchId, Instant since) {
    return database
        .sql(PLANTED_SINCE)
        .param("batch", batchId)
        .param("since", Times.utc(since))
        .query(Long.class)
        .single();
  }

  private static final String PLANTED_IN_PROJECT =
      ARMED.replace(
              "j.batch_id = :batch",
              """
              j.batch_id in (select o.id from touchstone.batch b
                             join touchstone.batch o on o.project_key = b.project_key
                             where b.id = :batch)
              """)
          + """
          select count(*) filter (where arm = 'planted') as planted,
                 count(*) filter (where arm = 'planted' and wrong) as planted_same,
                 count(*) filter (where arm = 'blind') as unplanted,
                 count(*) filter (where arm = 'blind' and wrong) as unplanted_same
          from armed
          """;

  /** What became of planted suggestions in all batches of the batch's project. */
  ArmCounts.Planted plantedInProject(String batchId) {
    return database
        .sql(PLANTED_IN_PROJECT)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new ArmCounts.Planted(
                    row.getLong("planted"),
                    row.getLong("planted_same"),
                    row.getLong("unplanted"),
                    row.getLong("unplanted_same")))
        .single();
  }

  private static final String LAST_ACTION =
      """
      select q.numbers -> 'automationBias' ->> 'action'
      from touchstone.quality_report q join touchstone.batch b on b.id = q.batch_id
      where b.project_key = :project and q.numbers -> 'automationBias' ->> 'action' is not null
      order by q.created_at desc, q.batch_id desc, q.round desc limit 1
      """;

  @Override
  public Optional<String> lastAction(String projectKey) {
    return database.sql(LAST_ACTION).param("project", projectKey).query(String.class).optional();
  }
}
