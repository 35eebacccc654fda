package io.touchstone.quality;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items drawn for the random audit, and what reviewers have found. */
@Repository
class AuditSampleRepository {

  private final JdbcClient database;

  AuditSampleRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String COUNT =
      """
      with present as (
        select a.item_id, max(a.round) as round
        from touchstone.assignment a
        join touchstone.work_package p on p.id = a.work_package_id
        join touchstone.item i on i.id = a.item_id and i.batch_id = :batch
        where a.batch_id = :batch and a.superseded_at is null and p.kind = 'annotation'
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
  AuditCount count(String batchId) {
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
}
