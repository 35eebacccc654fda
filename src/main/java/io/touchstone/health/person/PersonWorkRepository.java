package io.touchstone.health.person;

import io.touchstone.platform.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Work packages of a batch, person by person. */
@Repository
class PersonWorkRepository {

  private static final int MINUTE = 60;

  private final JdbcClient database;

  PersonWorkRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String PEOPLE =
      """
      select mine.*, o.id, o.items as open_items, o.opened_at, o.task_id, o.estimated_seconds,
             coalesce(drafts.answered, 0) as answered, elsewhere.batch_id as elsewhere
      from (select annotator_id, kind,
                   count(*) filter (where state = 'open') as open,
                   count(*) filter (where state = 'queued') as queued,
                   count(*) filter (where state = 'submitted') as submitted,
                   coalesce(sum(items) filter (where state = 'submitted'), 0) as done,
                   sum(items) as items
            from touchstone.work_package
            where batch_id = :batch and state <> 'withdrawn'
            group by annotator_id, kind) mine
      left join touchstone.work_package o
        on o.batch_id = :batch and o.annotator_id = mine.annotator_id and o.kind = mine.kind
           and o.state = 'open'
      left join lateral (
        select count(*) as answered
        from touchstone.assignment a join touchstone.draft d on d.assignment_id = a.id
        where a.work_package_id = o.id and d.answers is not null) drafts on true
      left join touchstone.work_package elsewhere
        on elsewhere.annotator_id = mine.annotator_id and elsewhere.state = 'open'
           and elsewhere.batch_id <> :batch and mine.queued > 0
      order by o.opened_at nulls last, mine.queued = 0, mine.annotator_id, mine.kind
      limit :limit
      """;

  /** Those who have had a package open longest first, then those who wait for one. */
  List<PersonWork> people(String batchId, int limit) {
    return database
        .sql(PEOPLE)
        .param("batch", batchId)
        .param("limit", limit)
        .query(PersonWorkRepository::person)
        .list();
  }

  private static PersonWork person(ResultSet row, int number) throws SQLException {
    long answered = row.getLong("answered");
    return new PersonWork(
        row.getString("annotator_id"),
        row.getString("kind"),
        row.getInt("open"),
        row.getInt("queued"),
        row.getInt("submitted"),
        row.getLong("done") + answered,
        row.getLong("items"),
        row.getString("id") == null ? Optional.empty() : Optional.of(open(row, answered)),
        Optional.ofNullable(row.getString("elsewhere")));
  }

  private static PersonWork.OpenPackage open(ResultSet row, long answered) throws SQLException {
    return new PersonWork.OpenPackage(
        row.getString("id"),
        row.getLong("open_items"),
        answered,
        (row.getInt("estimated_seconds") + MINUTE - 1) / MINUTE,
        Times.at(row, "opened_at"),
        Optional.empty(),
        Optional.ofNullable(row.getString("task_id")));
  }
}
