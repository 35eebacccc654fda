package io.touchstone.tasking.reassignment;

import io.touchstone.platform.security.project.KnownProjects;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much work people have. */
@Repository
class PeopleRepository {

  private final JdbcClient database;

  PeopleRepository(JdbcClient database) {
    this.database = database;
  }

  /** A person's work in packages. */
  record Row(String id, long open, long queued) {}

  private static final String ALL =
      """
      select n.id,
             count(*) filter (where p.state = 'open' and (:all or b.project_key in (:known)))
               as open,
             count(*) filter (where p.state = 'queued' and b.state not in ('stopped', 'done')
                              and (:all or b.project_key in (:known)))
               as queued
      from touchstone.annotator n
      left join touchstone.work_package p
        on p.annotator_id = n.id and p.state in ('open', 'queued')
      left join touchstone.batch b on b.id = p.batch_id
      group by n.id
      """;

  /** Everybody, with the work in these projects. */
  List<Row> all(KnownProjects known) {
    return database
        .sql(ALL)
        .param("all", known.all())
        .param("known", known.limit().orElse(Set.of("")))
        .query(
            (row, number) ->
                new Row(row.getString("id"), row.getLong("open"), row.getLong("queued")))
        .list();
  }
}
